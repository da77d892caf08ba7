package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** People, each given and answered as one person is. */
@Component
class PersonsType implements FieldType {

    private final PersonType one;

    PersonsType(PersonType one) {
        this.one = one;
    }

    @Override
    public String key() {
        return "persons";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.PEOPLE;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        return ReferenceList.parse(one, given, field, problems);
    }

    /** One of them. */
    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return one.parse(given, field, problems);
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        return ReferenceList.present(one, stored, field);
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return ReferenceList.inSheet(one, stored, field);
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return ReferenceList.ofSheet(one, cell, field, problems);
    }
}
