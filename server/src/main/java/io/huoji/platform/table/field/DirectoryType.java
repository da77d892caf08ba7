package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Something of the organisation that a value refers to: a person, a unit, a role. Kept as its id. */
abstract class DirectoryType<T> implements FieldType {

    private final Directories directories;
    private final String refusal;

    /** {@code refusal} is the code of the problem of a reference to nothing. */
    DirectoryType(Directories directories, String refusal) {
        this.directories = directories;
        this.refusal = refusal;
    }

    abstract @Nullable T find(Directory directory, Reference reference);

    abstract UUID id(T found);

    final Directory directory(FieldContext field) {
        return directories.of(field.tenant().id());
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        Directory directory = directory(field);
        Reference reference = Reference.read(given, field, problems);
        if (reference == null)
            return null;
        T found = find(directory, reference);
        if (found == null)
            problems.add(field.problem(refusal, Map.of("value", reference.value())));
        return found == null ? null : StringNode.valueOf(id(found).toString());
    }
}
