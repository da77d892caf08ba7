package io.huoji.platform.table.field;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A calendar month, {@code 2026-11}. */
@Component
class MonthType extends CheckedTextType {

    /** Also 2026/11 and 2026年11月. */
    private static final Pattern WRITTEN = Pattern.compile("((?:19|20|21)\\d\\d)[-/.年](\\d{1,2})月?");

    MonthType() {
        super("month", "text", 20, "not-a-month");
    }

    @Override
    public Shape shape() {
        return Shape.ORDERED_TEXT;
    }

    @Override
    public boolean mayBeUnique() {
        return true;
    }

    @Override
    @Nullable
    String written(String text) {
        Matcher month = WRITTEN.matcher(text);
        if (!month.matches() || Integer.parseInt(month.group(2)) < 1 || Integer.parseInt(month.group(2)) > 12)
            return null;
        return "%s-%02d".formatted(month.group(1), Integer.parseInt(month.group(2)));
    }
}
