package io.huoji.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line in PostgreSQL's COPY text format. */
final class CopyLine {

    private final StringBuilder text = new StringBuilder(512);

    CopyLine add(@Nullable Object value) {
        if (!text.isEmpty())
            text.append('\t');
        if (value == null)
            text.append("\\N");
        else
            escape(value instanceof Instant instant ? instant.toString() : value.toString());
        return this;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    String end() {
        return text.append('\n').toString();
    }
}
