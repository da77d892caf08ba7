package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A moment, given with its offset, kept in UTC to the millisecond. */
@Component
public class DateTimeType implements FieldType {

    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    DateTimeType() {}

    /** The stored form of a moment. */
    public static JsonNode stored(Instant moment) {
        return StringNode.valueOf(STORED.format(moment));
    }

    @Override
    public String key() {
        return "dateTime";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.TIME;
    }

    @Override
    public Set<String> roles() {
        return Set.of("occurredAt");
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        try {
            if (given.isString()) {
                OffsetDateTime time = OffsetDateTime.parse(given.asString().strip());
                if (time.getYear() >= 1900 && time.getYear() < 2200)
                    return stored(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
            }
        } catch (DateTimeException e) {
            // said below, as for every other thing that is no moment
        }
        problems.add(field.problem("not-a-date-time"));
        return null;
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return SheetDates.said(Instant.parse(stored.asString()), field.tenant().zone());
    }
}
