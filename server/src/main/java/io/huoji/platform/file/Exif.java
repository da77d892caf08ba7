package io.huoji.platform.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The TIFF structure inside a photo's Exif block (Exif 2.32, §4.6). The place is erased in it without moving a byte: the GPS
 * directory keeps its spot, empty.
 */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final byte[] file;
    private final ByteBuffer tiff;
    private final int base;

    private Exif(byte[] file, int from, int to) {
        this.file = file;
        this.base = from;
        this.tiff = ByteBuffer.wrap(file, from, to - from).slice();
        this.tiff.order(file[from] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    static boolean startsAt(byte[] file, int at, int to) {
        return at + 8 <= to && (is(file, at, 'I', 'I', 42, 0) || is(file, at, 'M', 'M', 0, 42));
    }

    private static boolean is(byte[] file, int at, int... bytes) {
        return java.util.stream.IntStream.range(0, bytes.length).allMatch(i -> file[at + i] == bytes[i]);
    }

    /** How the picture has to be turned, 1 to 8; 1 when it does not say. */
    static int orientation(byte[] file, int from, int to) {
        try {
            Exif exif = new Exif(file, from, to);
            int entry = exif.entry(exif.tiff.getInt(4), ORIENTATION);
            int value = entry < 0 ? 1 : exif.tiff.getShort(entry + 8) & 0xffff;
            return value >= 1 && value <= 8 ? value : 1;
        } catch (IndexOutOfBoundsException broken) {
            return 1;
        }
    }

    /** Erases the GPS directory and its values; when the structure is broken, the whole block. */
    static void erasePlace(byte[] file, int from, int to) {
        try {
            Exif exif = new Exif(file, from, to);
            int entry = exif.entry(exif.tiff.getInt(4), GPS);
            if (entry >= 0)
                exif.eraseDirectory(exif.tiff.getInt(entry + 8));
        } catch (IndexOutOfBoundsException broken) {
            Arrays.fill(file, from, to, (byte) 0);
        }
    }

    private int entry(int directory, int tag) {
        int count = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < count; i++)
            if ((tiff.getShort(directory + 2 + 12 * i) & 0xffff) == tag)
                return directory + 2 + 12 * i;
        return -1;
    }

    private void eraseDirectory(int directory) {
        int count = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + 12 * i;
            int type = tiff.getShort(entry + 2) & 0xffff;
            long bytes = type < SIZES.length ? SIZES[type] * Integer.toUnsignedLong(tiff.getInt(entry + 4)) : 0;
            if (bytes > 4)
                erase(tiff.getInt(entry + 8), bytes);
        }
        erase(directory, 2 + 12L * count);
    }

    private void erase(int at, long bytes) {
        if (at < 8 || bytes > tiff.limit() - at)
            throw new IndexOutOfBoundsException(at);
        Arrays.fill(file, base + at, base + at + (int) bytes, (byte) 0);
    }
}
