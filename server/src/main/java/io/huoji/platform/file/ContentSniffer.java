package io.huoji.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a file is from its first bytes; what it is called and declared to be does not count. */
final class ContentSniffer {

    private static final int HEAD = 4096;
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1");

    private ContentSniffer() {}

    /** Null when it is nothing that is taken. */
    static @Nullable MediaType typeOf(Path file, String name) throws IOException {
        byte[] head = head(file);
        MediaType binary = magic(head);
        if (binary != null)
            return binary;
        if (is(head, 4, "ftyp"))
            return ofMp4(file, text(head, 8, 4));
        if (isAt(head, 0, 0x1a, 0x45, 0xdf, 0xa3))
            return ofMatroska(head);
        if (isAt(head, 0, 'P', 'K', 3, 4))
            return OfficeArchive.typeOf(file);
        return PlainText.isText(file) ? textType(name) : null;
    }

    private static @Nullable MediaType magic(byte[] head) {
        if (isAt(head, 0, 0xff, 0xd8, 0xff))
            return MediaType.JPEG;
        if (isAt(head, 0, 0x89, 'P', 'N', 'G', 13, 10, 26, 10))
            return MediaType.PNG;
        if (is(head, 0, "GIF87a") || is(head, 0, "GIF89a"))
            return MediaType.GIF;
        if (is(head, 0, "RIFF") && is(head, 8, "WEBP"))
            return MediaType.WEBP;
        if (is(head, 0, "RIFF") && is(head, 8, "WAVE"))
            return MediaType.WAV;
        if (is(head, 0, "%PDF-1.") || is(head, 0, "%PDF-2."))
            return MediaType.PDF;
        if (is(head, 0, "OggS"))
            return MediaType.OGG;
        if (is(head, 0, "#!AMR"))
            return MediaType.AMR;
        return mpegAudio(head);
    }

    private static @Nullable MediaType mpegAudio(byte[] head) {
        if (is(head, 0, "ID3"))
            return MediaType.MP3;
        if (head.length < 4 || (head[0] & 0xff) != 0xff || (head[1] & 0xe0) != 0xe0)
            return null;
        int layer = head[1] >> 1 & 3;
        if ((head[1] & 0xf6) == 0xf0)
            return MediaType.AAC;
        boolean isFrame = layer == 1 && (head[1] >> 3 & 3) != 1 && (head[2] & 0xf0) != 0xf0 && (head[2] & 0x0c) != 0x0c;
        return isFrame ? MediaType.MP3 : null;
    }

    private static @Nullable MediaType ofMp4(Path file, String brand) throws IOException {
        if (HEIC_BRANDS.contains(brand))
            return MediaType.HEIC;
        if (brand.startsWith("avi") || brand.startsWith("crx") || brand.startsWith("jp2"))
            return null;
        if (brand.equals("M4A "))
            return MediaType.M4A;
        return Mp4Tracks.hasVideo(file) ? MediaType.MP4 : MediaType.M4A;
    }

    /** WebM from a recorder names its codecs in the first track entries: V_… when it has a picture. */
    private static @Nullable MediaType ofMatroska(byte[] head) {
        String words = new String(head, StandardCharsets.ISO_8859_1);
        if (!words.contains("webm"))
            return null;
        return words.contains("V_VP") || words.contains("V_AV1") ? MediaType.WEBM_VIDEO : MediaType.WEBM;
    }

    private static MediaType textType(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv") ? MediaType.CSV : MediaType.TEXT;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean is(byte[] head, int at, String word) {
        return text(head, at, word.length()).equals(word);
    }

    private static String text(byte[] head, int at, int length) {
        return head.length < at + length ? "" : new String(head, at, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isAt(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length)
            return false;
        for (int i = 0; i < bytes.length; i++)
            if ((head[at + i] & 0xff) != bytes[i])
                return false;
        return true;
    }
}
