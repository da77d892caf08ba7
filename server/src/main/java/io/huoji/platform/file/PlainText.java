package io.huoji.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Text in UTF-8 or, as spreadsheets in China still write it, GB18030; nothing that could be markup or a script. */
final class PlainText {

    private PlainText() {}

    static boolean isText(Path file) throws IOException {
        return isTextIn(file, StandardCharsets.UTF_8) || isTextIn(file, Charset.forName("GB18030"));
    }

    private static boolean isTextIn(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        boolean isBegun = false;
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            boolean isOver = false;
            while (!isOver) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                isOver = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                if (decoder.decode(bytes, chars, isOver).isError())
                    return false;
                bytes.compact();
                String text = chars.flip().toString();
                chars.clear();
                if (text.chars().anyMatch(PlainText::isForbidden) || (!isBegun && isMarkup(text)))
                    return false;
                isBegun |= !text.replace("\uFEFF", "").isBlank();
            }
        }
        return isBegun;
    }

    private static boolean isMarkup(String text) {
        return text.replace("\uFEFF", "").strip().startsWith("<");
    }

    private static boolean isForbidden(int character) {
        return character < 32 && character != '\n' && character != '\r' && character != '\t' && character != '\f';
    }
}
