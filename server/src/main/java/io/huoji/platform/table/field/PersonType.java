package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** A person: given by code, id or external id; answered with code and name. */
@Component
class PersonType extends DirectoryType<Person> {

    PersonType(Directories directories) {
        super(directories, "unknown-person");
    }

    @Override
    public String key() {
        return "person";
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
    @Nullable
    Person find(Directory directory, Reference reference) {
        return switch (reference.by()) {
            case ID -> directory.person(UUID.fromString(reference.value()));
            case CODE -> directory.personByCode(reference.value());
            case EXTERNAL -> directory.personByExternalId(reference.type(), reference.value());
        };
    }

    @Override
    UUID id(Person person) {
        return person.id();
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        Person person = directory(field).person(UUID.fromString(stored.asString()));
        var answer = JsonNodeFactory.instance.objectNode().put("id", stored.asString());
        return person == null ? answer : answer.put("code", person.code()).put("name", person.name());
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        Directory directory = directory(field);
        Person person = directory.person(UUID.fromString(stored.asString()));
        return person == null ? stored.asString() : directory.wordOf(person);
    }

    @Override
    public @Nullable JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        List<Person> meant = directory(field).peopleMeant(cell);
        if (meant.size() > 1)
            problems.add(OptionWords.several(field, "several-people-named", cell));
        return switch (meant.size()) {
            case 0 -> StringNode.valueOf(SheetForm.inBrackets(cell));
            case 1 -> StringNode.valueOf(meant.getFirst().id().toString());
            default -> null;
        };
    }
}
