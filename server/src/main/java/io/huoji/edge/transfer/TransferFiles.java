package io.huoji.edge.transfer;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The bytes of what was sent and of what is made, in the data directory: {@code transfer/<tenant>/<id>}. */
@Component
class TransferFiles {

    private static final long MOST = 50L << 20;

    private final Path root;

    TransferFiles(Settings settings) {
        this.root = settings.dataDir().resolve("transfer");
    }

    /** Writes to the place that is only the file's once all of it is there. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    Path place(TenantId tenant, UUID id) {
        return root.resolve(tenant.toString()).resolve(id.toString());
    }

    boolean isThere(TenantId tenant, UUID id) {
        return Files.exists(place(tenant, id));
    }

    void receive(TenantId tenant, UUID id, InputStream content) {
        write(tenant, id, out -> {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > MOST)
                    throw new Misuse.BadFile(true,
                            Problem.at("file", "sheet-too-large", Map.of("megabytes", MOST >> 20)));
                out.write(buffer, 0, count);
            }
            if (size == 0)
                throw new Misuse.BadFile(false, Problem.at("file", "sheet-empty"));
        });
    }

    void write(TenantId tenant, UUID id, Writing writing) {
        Path place = place(tenant, id);
        Path part = place.resolveSibling(id + ".part");
        try {
            Files.createDirectories(root.resolve(tenant.toString()));
            try (OutputStream out = Files.newOutputStream(part)) {
                writing.to(out);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(part);
                throw failed;
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ)) {
                channel.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void erase(TenantId tenant, UUID id) {
        try {
            Files.deleteIfExists(place(tenant, id));
            Files.deleteIfExists(place(tenant, id).resolveSibling(id + ".part"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
