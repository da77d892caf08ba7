package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
class StatusType extends SelectType {

    private static final String TRANSITIONS = "transitions";
    private static final String DEFAULT = "default";

    @Override
    public String key() {
        return "status";
    }

    @Override
    public List<String> settings() {
        return List.of(OPTIONS, TRANSITIONS);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        ObjectNode complete = super.configure(given, field, problems);
        JsonNode options = complete.path(OPTIONS);
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
        JsonNode option = Options.find(field.config().path(OPTIONS), key.asString());
        return Objects.requireNonNullElse(option, key).path("label").asString(key.asString());
    }
}
