package io.huoji.platform.table.field;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A time of day to the minute, {@code 09:30}, on no day in particular. */
@Component
class TimeType extends CheckedTextType {

    private static final DateTimeFormatter KEPT = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("H:mm[:ss]");
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("：");

    TimeType() {
        super("time", "text", 20, "not-a-time-of-day");
    }

    @Override
    public Shape shape() {
        return Shape.ORDERED_TEXT;
    }

    @Override
    @Nullable
    String written(String text) {
        try {
            return LocalTime.parse(FULL_WIDTH_COLON.matcher(text).replaceAll(":"), READ).format(KEPT);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
