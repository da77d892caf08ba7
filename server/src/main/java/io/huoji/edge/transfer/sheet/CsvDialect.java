package io.huoji.edge.transfer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells the encoding and the separator of a csv by looking at it. */
final class CsvDialect {

    /** Everything of GBK and more: what Excel writes on a Chinese Windows. */
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
    private static final int LOOKED_AT = 1 << 16;

    private CsvDialect() {}

    static SheetFile of(Path file) throws IOException {
        Charset charset = charset(file);
        String start = start(file, charset);
        if (start.indexOf('\0') >= 0)
            throw SheetLimits.unreadable();
        return new SheetFile(SheetFormat.CSV, charset.name(), separator(start), List.of(""));
    }

    private static Charset charset(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe)
            return StandardCharsets.UTF_16LE;
        if (head.length == 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff)
            return StandardCharsets.UTF_16BE;
        return isUtf8(file) ? StandardCharsets.UTF_8 : CHINESE;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            char[] buffer = new char[LOOKED_AT];
            while (reader.read(buffer) >= 0) {
                // Only whether it can be read.
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static String start(Path file, Charset charset) throws IOException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset)) {
            char[] buffer = new char[LOOKED_AT];
            int count = reader.read(buffer);
            return count < 0 ? "" : new String(buffer, 0, count);
        }
    }

    /** The one that most lines have equally often, outside of quotes; a line {@code sep=;} settles it. */
    static String separator(String start) {
        String plain = start.startsWith("\uFEFF") ? start.substring(1) : start;
        if (plain.startsWith("sep=") && plain.length() > 4)
            return plain.substring(4, 5);
        List<String> lines = plain.replaceAll("\"[^\"]*\"", "").lines().filter(line -> !line.isBlank()).limit(20)
                .toList();
        String best = ",";
        int most = 0;
        for (String separator : SEPARATORS) {
            int sure = sureness(lines, separator);
            if (sure > most) {
                most = sure;
                best = separator;
            }
        }
        return best;
    }

    private static int sureness(List<String> lines, String separator) {
        if (lines.isEmpty())
            return 0;
        int first = count(lines.getFirst(), separator);
        int alike = (int) lines.stream().filter(line -> count(line, separator) == first).count();
        return first == 0 ? 0 : first + alike * 3;
    }

    private static int count(String line, String separator) {
        return line.length() - line.replace(separator, "").length();
    }
}
