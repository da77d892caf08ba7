package io.huoji.command.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the files of an archive below a data directory, and keeps the list of what was found. */
final class RestoredFiles implements AutoCloseable {

    /** Nothing that leads elsewhere: no empty or dotted step, no leading slash, no sign that a shell or a tar would read. */
    private static final Pattern PATH = Pattern.compile("(?!\\.)[\\p{L}\\p{N}_@+. -]+(/(?!\\.)[\\p{L}\\p{N}_@+. -]+)*");

    private final Path data;
    private final Path list;
    private final Writer lines;
    private final Progress progress;
    private long count;

    RestoredFiles(Path data, Path list, Progress progress) throws IOException {
        this.data = data;
        this.list = list;
        this.lines = Files.newBufferedWriter(list);
        this.progress = progress;
    }

    void file(String entry, InputStream content) throws IOException {
        var name = entry.substring(DataFile.FOLDER.length());
        var target = data.resolve(name).normalize();
        if (!PATH.matcher(name).matches() || !target.startsWith(data) || !DataFiles.isRestorable(Path.of(name))) {
            throw new BackupRefused(
                    "The entry %s of the archive leads where no file of a backup belongs.".formatted(entry));
        }
        Files.createDirectories(target.getParent());
        lines.write(write(name, target, content).line());
        progress.at("files", ++count);
    }

    private static DataFile write(String name, Path target, InputStream content) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(target, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS), owner)) {
            var hash = Sha256.copy(content, Channels.newOutputStream(channel));
            channel.force(true);
            return new DataFile(name, channel.size(), hash);
        }
    }

    /** Compares what was found with the archive's own list; answers the hash of that list. */
    String compare(InputStream listed) throws IOException {
        lines.flush();
        var digest = Sha256.digest();
        var told = new BufferedReader(new InputStreamReader(listed, StandardCharsets.UTF_8));
        try (var mine = Files.newBufferedReader(list)) {
            for (var line = told.readLine(); line != null; line = told.readLine()) {
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                refuseOther(DataFile.of(line), mine.readLine());
            }
            var more = mine.readLine();
            if (more != null) {
                throw new BackupRefused(
                        "The file %s of the archive is not in its list.".formatted(DataFile.of(more).path()));
            }
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }

    private static void refuseOther(DataFile told, @Nullable String mine) throws IOException {
        if (mine == null || !DataFile.of(mine).equals(told)) {
            throw new BackupRefused("The entry %s of the archive is damaged: its bytes are not those of the list."
                    .formatted(told.entry()));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
