package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Yes or no. */
@Component
class BooleanType implements FieldType {

    @Override
    public String key() {
        return "boolean";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.FLAG;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        if (given.isBoolean())
            return given;
        problems.add(field.problem("not-a-boolean"));
        return null;
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        boolean isEnglish = field.tenant().locale().startsWith("en");
        return stored.asBoolean() ? isEnglish ? "Yes" : "是" : isEnglish ? "No" : "否";
    }

    @Override
    public List<String> sheetChoices(FieldContext field) {
        return List.of(inSheet(BooleanNode.TRUE, field), inSheet(BooleanNode.FALSE, field));
    }
}
