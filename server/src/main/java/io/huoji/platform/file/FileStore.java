package io.huoji.platform.file;

import io.huoji.platform.settings.Settings;
import io.huoji.platform.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The bytes of files in the data directory. What is kept has reached the disk, name and all, before its row commits. */
@Component
class FileStore {

    private final FilePlaces places;
    private final Path root;

    FileStore(Settings settings) {
        this.places = new FilePlaces(settings.dataDir());
        this.root = places.root();
    }

    /** Receives an upload beside its later place; refuses it once it grows over the limit. */
    Path receive(InputStream content, long limit) {
        try {
            Path incoming = java.nio.file.Files.createDirectories(root.resolve("incoming"));
            Path file = java.nio.file.Files.createTempFile(incoming, "", ".part");
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                copy(content, out, limit);
            } catch (IOException | RuntimeException failed) {
                java.nio.file.Files.deleteIfExists(file);
                throw failed;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream content, FileChannel out, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            size += count;
            if (size > limit)
                throw BadContent.tooLarge(limit);
            write(out, buffer, count);
        }
        if (size == 0)
            throw BadContent.empty();
    }

    private static void write(FileChannel out, byte[] bytes, int count) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count); rest.hasRemaining();)
            out.write(rest);
    }

    /** Moves a received file to its place for good. */
    void keep(TenantId tenant, UUID id, Path received) throws IOException {
        makeDirectory(folder(tenant, id));
        force(received);
        java.nio.file.Files.move(received, place(tenant, id), StandardCopyOption.ATOMIC_MOVE);
        force(folder(tenant, id));
    }

    void keepThumbnail(TenantId tenant, UUID id, byte[] picture) throws IOException {
        makeDirectory(folder(tenant, id));
        try (FileChannel out = FileChannel.open(thumbnail(tenant, id), StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            write(out, picture, picture.length);
            out.force(true);
        }
    }

    void erase(TenantId tenant, UUID id) {
        try {
            java.nio.file.Files.deleteIfExists(place(tenant, id));
            java.nio.file.Files.deleteIfExists(thumbnail(tenant, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes uploads that broke off before this moment. */
    void eraseIncoming(Instant before) {
        Path incoming = root.resolve("incoming");
        if (java.nio.file.Files.notExists(incoming))
            return;
        try (var parts = java.nio.file.Files.newDirectoryStream(incoming)) {
            for (Path part : parts)
                if (java.nio.file.Files.getLastModifiedTime(part).toInstant().isBefore(before))
                    java.nio.file.Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path place(TenantId tenant, UUID id) {
        return places.place(tenant.value(), id);
    }

    Path thumbnail(TenantId tenant, UUID id) {
        return places.thumbnail(tenant.value(), id);
    }

    private Path folder(TenantId tenant, UUID id) {
        return places.folder(tenant.value(), id);
    }

    private void makeDirectory(Path folder) throws IOException {
        if (java.nio.file.Files.isDirectory(folder))
            return;
        java.nio.file.Files.createDirectories(folder);
        for (Path above = folder.getParent(); above != null && above.startsWith(root); above = above.getParent())
            force(above);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
