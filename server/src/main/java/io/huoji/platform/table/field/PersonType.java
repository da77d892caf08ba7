package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** A person: given by code, id or external id; answered with code and name. */
@Component
class PersonType implements FieldType {

    private final Directories directories;

    PersonType(Directories directories) {
        this.directories = directories;
    }

    @Override
    public String key() {
        return "person";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.PERSON;
    }

    @Override
    public Set<String> roles() {
        return Set.of("subject");
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        Directory directory = directories.of(field.tenant().id());
        Reference reference = Reference.read(given, field, problems);
        if (reference == null)
            return null;
        Person person = switch (reference.by()) {
            case ID -> directory.person(UUID.fromString(reference.value()));
            case CODE -> directory.personByCode(reference.value());
            case EXTERNAL -> directory.personByExternalId(reference.type(), reference.value());
        };
        if (person == null)
            problems.add(field.problem("unknown-person", Map.of("value", reference.value())));
        return person == null ? null : StringNode.valueOf(person.id().toString());
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        Person person = directories.of(field.tenant().id()).person(UUID.fromString(stored.asString()));
        var answer = JsonNodeFactory.instance.objectNode().put("id", stored.asString());
        return person == null ? answer : answer.put("code", person.code()).put("name", person.name());
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        Directory directory = directories.of(field.tenant().id());
        Person person = directory.person(UUID.fromString(stored.asString()));
        return person == null ? stored.asString() : directory.wordOf(person);
    }

    @Override
    public @Nullable JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        List<Person> meant = directories.of(field.tenant().id()).peopleMeant(cell);
        if (meant.size() > 1)
            problems.add(OptionWords.several(field, "several-people-named", cell));
        return switch (meant.size()) {
            case 0 -> StringNode.valueOf(SheetForm.inBrackets(cell));
            case 1 -> StringNode.valueOf(meant.getFirst().id().toString());
            default -> null;
        };
    }
}
