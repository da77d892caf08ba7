package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Where something stands, out of a list of options. The setting {@code transitions}, {@code {"open": ["doing", "done"]}}, says which
 * steps are allowed; without it all are. A new record stands where the default says, the first option unless told otherwise.
 */
@Component
class StatusType implements FieldType {

    private static final String TRANSITIONS = "transitions";
    private static final String DEFAULT = "default";

    @Override
    public String key() {
        return "status";
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
        return List.of(SelectType.OPTIONS, TRANSITIONS);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        ObjectNode complete = given.deepCopy();
        var options = Options.complete(given.path(SelectType.OPTIONS),
                field.at(field.path() + "." + SelectType.OPTIONS), Set.of(), problems);
        complete.set(SelectType.OPTIONS, options);
        if (given.path(DEFAULT).isMissingNode() && !options.isEmpty())
            complete.set(DEFAULT, options.get(0).path("key"));
        checkTransitions(given.path(TRANSITIONS), options, field.at(field.path() + "." + TRANSITIONS), problems);
        return complete;
    }

    private static void checkTransitions(JsonNode given, JsonNode options, FieldContext field,
            List<Problem> problems) {
        if (given.isMissingNode() || given.isNull())
            return;
        if (!given.isObject()) {
            problems.add(field.problem("not-transitions"));
            return;
        }
        given.properties().forEach(step -> {
            FieldContext at = field.at(field.path() + "." + step.getKey());
            Options.key(StringNode.valueOf(step.getKey()), options, at, true, problems);
            if (!step.getValue().isArray())
                problems.add(at.problem("not-a-list"));
            else
                step.getValue().forEach(target -> Options.key(target, options, at, true, problems));
        });
    }

    @Override
    public ObjectNode reconfigure(ObjectNode before, ObjectNode complete) {
        Options.keepArchived(complete.withArray(SelectType.OPTIONS), before.path(SelectType.OPTIONS));
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
        String key = Options.key(given, field.config().path(SelectType.OPTIONS), field, archivedToo, problems);
        return key == null ? null : StringNode.valueOf(key);
    }

    /** From where it stands; what is new stands at the default already. */
    @Override
    public void step(@Nullable JsonNode before, @Nullable JsonNode after, FieldContext field, List<Problem> problems) {
        JsonNode from = before == null ? field.config().path(DEFAULT) : before;
        JsonNode allowed = field.config().path(TRANSITIONS);
        if (allowed.isMissingNode() || after == null || !from.isString() || from.equals(after))
            return;
        for (JsonNode target : allowed.path(from.asString()))
            if (target.equals(after))
                return;
        problems.add(field.problem("step-not-allowed",
                Map.of("from", label(from, field), "to", label(after, field))));
    }

    private static String label(JsonNode key, FieldContext field) {
        JsonNode option = Options.find(field.config().path(SelectType.OPTIONS), key.asString());
        return Objects.requireNonNullElse(option, key).path("label").asString(key.asString());
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return OptionWords.of(field.config().path(SelectType.OPTIONS), field).word(stored.asString());
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return OptionWords.of(field.config().path(SelectType.OPTIONS), field).one(cell);
    }

    @Override
    public List<String> sheetChoices(FieldContext field) {
        return OptionWords.of(field.config().path(SelectType.OPTIONS), field).offered();
    }
}
