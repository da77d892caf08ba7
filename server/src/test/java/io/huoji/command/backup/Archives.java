package io.huoji.command.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/** Makes bad archives of a good one. */
final class Archives {

    private final Path folder;
    private final Path good;

    Archives(Path folder, String good) {
        this.folder = folder;
        this.good = folder.resolve(good);
    }

    /** Turns one bit in the middle of the first entry that begins so; answers the entry's name. */
    String flipIn(String name, String beginning) throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        try (TarFile tar = new TarFile(good.toFile())) {
            TarArchiveEntry entry = tar.getEntries().stream()
                    .filter(it -> it.getName().startsWith(beginning) && it.getSize() > 0).findFirst().orElseThrow();
            bytes[(int) (entry.getDataOffset() + entry.getSize() / 2)] ^= 1;
            Files.write(folder.resolve(name), bytes);
            return entry.getName().equals(DataFile.LIST) ? "" : entry.getName();
        }
    }

    /** Says that another version has written it. */
    String relabel(String name) throws IOException {
        String text = Files.readString(good, StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve(name), text.replaceFirst("\"development\"", "\"develOpment\""),
                StandardCharsets.ISO_8859_1);
        return Heading.ENTRY;
    }

    /** Without its last entry. */
    String cut(String name) throws IOException {
        copy(name, Manifest.ENTRY, "");
        return "cut short";
    }

    String withEntry(String name, String more) throws IOException {
        copy(name, "", more);
        return more;
    }

    private void copy(String name, String without, String more) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(good));
                TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(DataFile.LIST) && !more.isEmpty()) {
                    entry(out, more, new byte[]{1});
                }
                if (!entry.getName().equals(without)) {
                    entry(out, entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    private static void entry(TarArchiveOutputStream out, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }
}
