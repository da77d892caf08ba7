package io.huoji.platform.table.field;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A calendar month, {@code 2026-11}. */
@Component
class MonthType extends CheckedTextType {

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
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() >= 1900 && month.getYear() < 2200 ? month.toString() : null;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
