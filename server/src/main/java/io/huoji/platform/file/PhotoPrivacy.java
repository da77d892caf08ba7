package io.huoji.platform.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Takes the place out of a photo and leaves its picture bit by bit the same. */
final class PhotoPrivacy {

    private static final Pattern XMP_PLACE = Pattern.compile(
            "exif:GPS[A-Za-z]{1,40}\\s{0,9}=\\s{0,9}([\"'])[^\"']{0,400}\\1|<exif:GPS[A-Za-z]{1,40}>[^<]{0,400}</exif:GPS[A-Za-z]{1,40}>");
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private PhotoPrivacy() {}

    /** How a JPEG has to be turned to stand upright, 1 to 8. */
    static int orientation(MediaType type, byte[] file) {
        int[] turn = {1};
        if (type == MediaType.JPEG)
            JpegSegments.walk(file, (marker, from, to) -> {
                if (isExif(file, marker, from, to))
                    turn[0] = Exif.orientation(file, from + EXIF.length, to);
            });
        return turn[0];
    }

    static byte[] withoutPlace(MediaType type, byte[] original) {
        byte[] file = type == MediaType.JPEG ? JpegSegments.withoutTail(original).clone() : original.clone();
        switch (type) {
            case JPEG -> jpeg(file);
            case PNG -> png(file);
            case WEBP -> webp(file);
            case HEIC -> everywhere(file);
            default -> {
                // The other kinds carry no place.
            }
        }
        return file;
    }

    private static void jpeg(byte[] file) {
        JpegSegments.walk(file, (marker, from, to) -> {
            if (isExif(file, marker, from, to))
                Exif.erasePlace(file, from + EXIF.length, to);
            else if (marker == 0xe1 || marker == 0xed)
                eraseXmpPlace(file, from, to);
        });
    }

    private static boolean isExif(byte[] file, int marker, int from, int to) {
        return marker == 0xe1 && to - from > 14 && Arrays.equals(file, from, from + EXIF.length, EXIF, 0, EXIF.length)
                && Exif.startsAt(file, from + EXIF.length, to);
    }

    /** Chunks with text or Exif; packed text that could hide a profile is blanked as a whole. */
    private static void png(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = 8; at + 12 <= file.length;) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - 12)
                return;
            int from = at + 8;
            int to = from + length;
            switch (new String(file, at + 4, 4, StandardCharsets.ISO_8859_1)) {
                case "eXIf" -> {
                    if (Exif.startsAt(file, from, to))
                        Exif.erasePlace(file, from, to);
                }
                case "tEXt", "iTXt" -> {
                    eraseXmpPlace(file, from, to);
                    blankRawProfile(file, from, to);
                }
                case "zTXt" -> blankRawProfile(file, from, to);
                default -> {
                    // Picture and colour.
                }
            }
            CRC32 sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            bytes.putInt(to, (int) sum.getValue());
            at = to + 4;
        }
    }

    private static void blankRawProfile(byte[] file, int from, int to) {
        String head = new String(file, from, Math.min(40, to - from), StandardCharsets.ISO_8859_1);
        if (head.startsWith("Raw profile type"))
            Arrays.fill(file, from + head.indexOf('\0') + 1, to, (byte) 0);
    }

    private static void webp(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 12; at + 8 <= file.length;) {
            int length = bytes.getInt(at + 4);
            if (length < 0 || length > file.length - at - 8)
                return;
            String name = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            if (name.equals("EXIF") || name.equals("XMP "))
                everywhere(file, at + 8, at + 8 + length);
            at += 8 + length + (length & 1);
        }
    }

    private static void everywhere(byte[] file) {
        everywhere(file, 0, file.length);
    }

    /** Where the container says too little: every TIFF structure behind the word Exif, and XMP. */
    private static void everywhere(byte[] file, int from, int to) {
        if (Exif.startsAt(file, from, to))
            Exif.erasePlace(file, from, to);
        for (int at = from; at + EXIF.length + 8 < to; at++)
            if (file[at] == 'E' && Arrays.equals(file, at, at + EXIF.length, EXIF, 0, EXIF.length)
                    && Exif.startsAt(file, at + EXIF.length, to))
                Exif.erasePlace(file, at + EXIF.length, Math.min(to, at + EXIF.length + (1 << 16)));
        eraseXmpPlace(file, from, to);
    }

    private static void eraseXmpPlace(byte[] file, int from, int to) {
        String text = new String(file, from, to - from, StandardCharsets.ISO_8859_1);
        if (!text.contains("exif:GPS"))
            return;
        Matcher place = XMP_PLACE.matcher(text);
        while (place.find())
            Arrays.fill(file, from + place.start(), from + place.end(), (byte) ' ');
    }
}
