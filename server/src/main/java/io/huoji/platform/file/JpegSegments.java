package io.huoji.platform.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG file. */
final class JpegSegments {

    private JpegSegments() {}

    /** What to do at a segment: marker, first byte of its content, end of its content. */
    interface Visitor {
        void segment(int marker, int from, int to);
    }

    /** Visits the segments before the picture; returns where the picture's data begin, or -1 when the file is broken. */
    static int walk(byte[] file, Visitor visitor) {
        int at = 2;
        while (at + 4 <= file.length) {
            if ((file[at] & 0xff) != 0xff)
                return -1;
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            int end = at + 2 + word(file, at + 2);
            if (end > file.length || end < at + 4)
                return -1;
            visitor.segment(marker, at + 4, end);
            at = end;
            if (marker == 0xda)
                return at;
        }
        return -1;
    }

    static @Nullable PhotoSize size(byte[] file) {
        PhotoSize[] found = new PhotoSize[1];
        int picture = walk(file, (marker, from, to) -> {
            boolean isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (isFrame && to - from >= 6)
                found[0] = new PhotoSize(word(file, from + 3), word(file, from + 1));
        });
        return picture < 0 ? null : found[0];
    }

    private static int word(byte[] file, int at) {
        return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    }

    /** The file without whatever was hung on behind the end of its picture. */
    static byte[] withoutTail(byte[] file) {
        int at = walk(file, (marker, from, to) -> {});
        for (; at > 0 && at + 1 < file.length; at++) {
            if ((file[at] & 0xff) != 0xff)
                continue;
            int marker = file[at + 1] & 0xff;
            if (marker == 0xd9)
                return at + 2 == file.length ? file : Arrays.copyOf(file, at + 2);
            boolean isTable = marker >= 0xc0 && marker != 0xff && (marker < 0xd0 || marker > 0xd8);
            if (isTable && at + 3 < file.length)
                at += 1 + word(file, at + 2);
        }
        return file;
    }
}
