package io.huoji.platform.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Looks into the boxes of an ISO media file for a track with a picture. */
final class Mp4Tracks {

    private static final int MOST_BOXES = 2000;

    private Mp4Tracks() {}

    static boolean hasVideo(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return hasVideo(in, 0, in.length(), new int[]{MOST_BOXES});
        }
    }

    private static boolean hasVideo(RandomAccessFile in, long from, long to, int[] left) throws IOException {
        for (long at = from; at + 8 <= to && left[0]-- > 0;) {
            in.seek(at);
            long size = Integer.toUnsignedLong(in.readInt());
            String type = word(in);
            int header = 8;
            if (size == 1) {
                size = in.readLong();
                header = 16;
            }
            long end = size == 0 ? to : at + size;
            if ((size != 0 && size < header) || end > to || end <= at)
                return false;
            if (type.equals("hdlr") && isVideoHandler(in, at + header, end))
                return true;
            if ((type.equals("moov") || type.equals("trak") || type.equals("mdia"))
                    && hasVideo(in, at + header, end, left))
                return true;
            at = end;
        }
        return false;
    }

    private static boolean isVideoHandler(RandomAccessFile in, long body, long end) throws IOException {
        if (body + 12 > end)
            return false;
        in.seek(body + 8);
        return word(in).equals("vide");
    }

    private static String word(RandomAccessFile in) throws IOException {
        byte[] word = new byte[4];
        in.readFully(word);
        return new String(word, StandardCharsets.ISO_8859_1);
    }
}
