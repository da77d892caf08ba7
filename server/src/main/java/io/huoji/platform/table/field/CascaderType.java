package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One path through options in options; the value is the array of keys from the top, kept as {@code a/b/} so that a prefix is a branch. It
 * ends at the end of a branch, unless the setting {@code anyLevel} lets it end before.
 */
@Component
class CascaderType implements FieldType {

    private static final String ANY_LEVEL = "anyLevel";

    @Override
    public String key() {
        return "cascader";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.PATH;
    }

    @Override
    public List<String> settings() {
        return List.of(SelectType.OPTIONS, ANY_LEVEL);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        Settings.flag(field, ANY_LEVEL, problems);
        ObjectNode complete = given.deepCopy();
        complete.set(SelectType.OPTIONS, OptionTree.complete(given.path(SelectType.OPTIONS),
                field.at(field.path() + "." + SelectType.OPTIONS), problems));
        return complete;
    }

    @Override
    public ObjectNode reconfigure(ObjectNode before, ObjectNode complete) {
        OptionTree.keepArchived(complete.withArray(SelectType.OPTIONS), before.path(SelectType.OPTIONS));
        return complete;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        List<String> path = OptionTree.path(given, field, false, problems);
        if (path == null || path.isEmpty())
            return null;
        if (!field.config().path(ANY_LEVEL).asBoolean(false) && goesOn(field, path)) {
            problems.add(field.problem("path-goes-on"));
            return null;
        }
        return kept(path);
    }

    private static boolean goesOn(FieldContext field, List<String> path) {
        for (JsonNode option : OptionTree.under(field.config().path(SelectType.OPTIONS), path))
            if (!option.path("archived").asBoolean(false))
                return true;
        return false;
    }

    /** A path of any length. */
    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        List<String> path = OptionTree.path(given, field, true, problems);
        return path == null || path.isEmpty() ? null : kept(path);
    }

    private static JsonNode kept(List<String> path) {
        return StringNode.valueOf(String.join("/", path) + "/");
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        ArrayNode path = JsonNodeFactory.instance.arrayNode();
        for (String key : stored.asString().split("/", -1))
            if (!key.isEmpty())
                path.add(key);
        return path;
    }

    /** {@code 河北 / 石家庄}. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return OptionTree.said(field.config().path(SelectType.OPTIONS), present(stored, field), field);
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return OptionTree.read(field.config().path(SelectType.OPTIONS), cell, field);
    }
}
