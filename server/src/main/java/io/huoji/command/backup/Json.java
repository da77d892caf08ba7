package io.huoji.command.backup;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Heading and manifest as text that people can read, too. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int LONGEST = 16 << 20;

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(LONGEST);
    }

    static <T> T value(byte[] text, Class<T> type, String entry) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException unreadable) {
            throw new BackupRefused("The entry %s of the archive is damaged.".formatted(entry));
        }
    }
}
