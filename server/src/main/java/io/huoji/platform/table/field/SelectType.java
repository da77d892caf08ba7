package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One of a list of options; the value is the option's key. */
@Component
class SelectType implements FieldType {

    static final String OPTIONS = "options";

    @Override
    public String key() {
        return "select";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.CHOICE;
    }

    @Override
    public List<String> settings() {
        return List.of(OPTIONS);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        ObjectNode complete = given.deepCopy();
        complete.set(OPTIONS, Options.complete(given.path(OPTIONS), field.at(field.path() + "." + OPTIONS), Set.of(),
                problems));
        return complete;
    }

    @Override
    public ObjectNode reconfigure(ObjectNode before, ObjectNode complete) {
        Options.keepArchived(complete.withArray(OPTIONS), before.path(OPTIONS));
        return complete;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        return key(given, field, false, problems);
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return key(given, field, true, problems);
    }

    private static @Nullable JsonNode key(JsonNode given, FieldContext field, boolean archivedToo,
            List<Problem> problems) {
        String key = Options.key(given, field.config().path(OPTIONS), field, archivedToo, problems);
        return key == null ? null : StringNode.valueOf(key);
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return OptionWords.of(field.config().path(OPTIONS), field).word(stored.asString());
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return OptionWords.of(field.config().path(OPTIONS), field).one(cell);
    }

    @Override
    public List<String> sheetChoices(FieldContext field) {
        return OptionWords.of(field.config().path(OPTIONS), field).offered();
    }
}
