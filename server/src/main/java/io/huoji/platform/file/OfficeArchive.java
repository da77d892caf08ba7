package io.huoji.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Tells a word, spreadsheet or slide document from any other zip; one that unpacks to far more than it is, is refused. */
final class OfficeArchive {

    private static final int MOST_ENTRIES = 10_000;
    private static final long ALWAYS_FINE = 20L << 20;
    private static final long MOST = 300L << 20;
    private static final int MOST_TIMES = 100;

    private OfficeArchive() {}

    /** Null when it is no office document or one with macros. */
    static @Nullable MediaType typeOf(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES || zip.getEntry("[Content_Types].xml") == null || hasMacros(zip))
                return null;
            MediaType type = mainPart(zip);
            if (type != null)
                refuseBomb(zip, java.nio.file.Files.size(file));
            return type;
        } catch (ZipException broken) {
            return null;
        }
    }

    private static @Nullable MediaType mainPart(ZipFile zip) {
        if (zip.getEntry("word/document.xml") != null)
            return MediaType.DOCX;
        if (zip.getEntry("xl/workbook.xml") != null)
            return MediaType.XLSX;
        return zip.getEntry("ppt/presentation.xml") != null ? MediaType.PPTX : null;
    }

    private static boolean hasMacros(ZipFile zip) {
        return zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
    }

    /** Unpacks it all into nothing: the sizes that a zip declares may be lies. */
    private static void refuseBomb(ZipFile zip, long packed) throws IOException {
        long left = Math.min(MOST, Math.max(ALWAYS_FINE, packed * MOST_TIMES));
        byte[] buffer = new byte[1 << 16];
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (InputStream content = zip.getInputStream(entry)) {
                for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                    left -= count;
                    if (left < 0)
                        throw BadContent.bomb();
                }
            }
        }
    }
}
