package io.huoji.edge.transfer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks a workbook once into nothing and counts: what it says of its own size is not believed. */
final class ZipGuard {

    private static final String WORDS = "sharedstrings.xml";

    private ZipGuard() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            long all = 0;
            int parts = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > SheetLimits.PARTS)
                    throw SheetLimits.bomb();
                all += unpacked(zip, entry, SheetLimits.UNPACKED - all);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw SheetLimits.unreadable();
        }
    }

    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, long room) throws IOException {
        boolean isWords = entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith(WORDS);
        long most = isWords ? Math.min(room, SheetLimits.WORDS) : room;
        long packed = Math.max(1, entry.getCompressedSize());
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > most || (size > SheetLimits.RATIO_FROM && size / packed > SheetLimits.RATIO))
                    throw SheetLimits.bomb();
            }
        }
        return size;
    }
}
