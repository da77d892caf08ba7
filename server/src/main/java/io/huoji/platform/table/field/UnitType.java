package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Unit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** A unit of the organisation: given by code or id; answered with code and name. */
@Component
class UnitType extends DirectoryType<Unit> {

    UnitType(Directories directories) {
        super(directories, "unknown-unit");
    }

    @Override
    public String key() {
        return "unit";
    }

    @Override
    public Shape shape() {
        return Shape.UNIT;
    }

    @Override
    public Set<String> roles() {
        return Set.of("unit");
    }

    @Override
    @Nullable
    Unit find(Directory directory, Reference reference) {
        return switch (reference.by()) {
            case ID -> directory.unit(UUID.fromString(reference.value()));
            case CODE -> directory.unitByCode(reference.value());
            case EXTERNAL -> null;
        };
    }

    @Override
    UUID id(Unit unit) {
        return unit.id();
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        Unit unit = directory(field).unit(UUID.fromString(stored.asString()));
        var answer = JsonNodeFactory.instance.objectNode().put("id", stored.asString());
        return unit == null ? answer : answer.put("code", unit.code()).put("name", unit.name());
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        Directory directory = directory(field);
        Unit unit = directory.unit(UUID.fromString(stored.asString()));
        return unit == null ? stored.asString() : directory.wordOf(unit);
    }

    @Override
    public @Nullable JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        List<Unit> meant = directory(field).unitsMeant(cell);
        if (meant.size() > 1)
            problems.add(OptionWords.several(field, "several-units-named", cell));
        return switch (meant.size()) {
            case 0 -> StringNode.valueOf(SheetForm.inBrackets(cell));
            case 1 -> StringNode.valueOf(meant.getFirst().id().toString());
            default -> null;
        };
    }

    /** All units by the words that find them, as long as they fit into a list to choose from. */
    @Override
    public List<String> sheetChoices(FieldContext field) {
        Directory directory = directory(field);
        return directory.units().stream().map(directory::wordOf).toList();
    }
}
