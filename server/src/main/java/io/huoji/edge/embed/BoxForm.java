package io.huoji.edge.embed;

import io.huoji.platform.table.Field;
import io.huoji.platform.table.Roles;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.field.QualityType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which fields of an action table the box fills. */
record BoxForm(Table table, @Nullable Field quality, @Nullable Field note, @Nullable Field evidence,
        @Nullable Field object) {

    /** One answer that the box offers. */
    record Level(String key, String label, String color, String band) {}

    static BoxForm of(Table table) {
        return new BoxForm(table, table.role(Roles.QUALITY), note(table), table.role(Roles.EVIDENCE),
                table.role(Roles.OBJECT));
    }

    /** The first long text, else the first line of text, that has no other meaning. */
    private static @Nullable Field note(Table table) {
        return Stream.of("longText", "text")
                .flatMap(type -> table.fields().stream()
                        .filter(field -> field.role() == null && !field.isUnique() && field.type().key().equals(type)))
                .findFirst()
                .orElse(null);
    }

    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        if (quality != null)
            for (JsonNode level : quality.config().path(QualityType.LEVELS))
                if (!level.path("archived").asBoolean(false))
                    levels.add(new Level(level.path("key").asString(""), level.path("label").asString(""),
                            level.path("color").asString(""), level.path("band").asString("")));
        return levels;
    }

    /** The key of a field that the table certainly has. */
    String key(String role) {
        Field field = table.role(role);
        if (field == null)
            throw new IllegalStateException("Table %s is no action table.".formatted(table.key()));
        return field.key();
    }
}
