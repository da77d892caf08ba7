package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** A role of the company, such as 教务主任: given by key or id; answered with key and name. */
@Component
class RoleType implements FieldType {

    private final Directories directories;

    RoleType(Directories directories) {
        this.directories = directories;
    }

    @Override
    public String key() {
        return "role";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.REFERENCE;
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
        Role role = switch (reference.by()) {
            case ID -> directory.role(UUID.fromString(reference.value()));
            case CODE -> directory.roleByKey(reference.value());
            case EXTERNAL -> null;
        };
        if (role == null)
            problems.add(field.problem("unknown-role", Map.of("value", reference.value())));
        return role == null ? null : StringNode.valueOf(role.id().toString());
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        Role role = directories.of(field.tenant().id()).role(UUID.fromString(stored.asString()));
        var answer = JsonNodeFactory.instance.objectNode().put("id", stored.asString());
        return role == null ? answer : answer.put("key", role.key()).put("name", role.name());
    }
}
