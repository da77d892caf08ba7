package io.huoji.platform.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Width and height as the file's own head says, read before anything is decoded. */
record PhotoSize(int width, int height) {

    static final long MOST_PIXELS = 50_000_000;

    long pixels() {
        return (long) width * height;
    }

    /** Null when the head makes no sense. */
    static @Nullable PhotoSize of(MediaType type, byte[] file) {
        try {
            PhotoSize size = switch (type) {
                case JPEG -> JpegSegments.size(file);
                case PNG -> png(file);
                case GIF -> gif(file);
                case WEBP -> webp(file);
                case HEIC -> heic(file);
                default -> null;
            };
            return size == null || size.width <= 0 || size.height <= 0 ? null : size;
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException cutOff) {
            return null;
        }
    }

    private static @Nullable PhotoSize png(byte[] file) {
        ByteBuffer head = ByteBuffer.wrap(file);
        return head.getInt(12) == 0x49484452 ? new PhotoSize(head.getInt(16), head.getInt(20)) : null;
    }

    /** The larger of the screen and the first frame: a frame may claim more than its screen. */
    private static PhotoSize gif(byte[] file) {
        ByteBuffer head = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return new PhotoSize(head.getShort(6) & 0xffff, head.getShort(8) & 0xffff);
    }

    private static @Nullable PhotoSize webp(byte[] file) {
        ByteBuffer head = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(file, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> new PhotoSize((head.getInt(24) & 0xffffff) + 1, (head.getInt(26) >>> 8 & 0xffffff) + 1);
            case "VP8 " -> new PhotoSize(head.getShort(26) & 0x3fff, head.getShort(28) & 0x3fff);
            case "VP8L" -> new PhotoSize((head.getInt(21) & 0x3fff) + 1, (head.getInt(21) >>> 14 & 0x3fff) + 1);
            default -> null;
        };
    }

    /** The largest image extent ("ispe") in the head; tiles and previews are smaller. */
    private static @Nullable PhotoSize heic(byte[] file) {
        PhotoSize largest = null;
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = 0; at + 16 < Math.min(file.length, 1 << 20); at++) {
            if (file[at] == 'i' && file[at + 1] == 's' && file[at + 2] == 'p' && file[at + 3] == 'e') {
                PhotoSize size = new PhotoSize(bytes.getInt(at + 8), bytes.getInt(at + 12));
                if (largest == null || size.pixels() > largest.pixels())
                    largest = size;
            }
        }
        return largest;
    }
}
