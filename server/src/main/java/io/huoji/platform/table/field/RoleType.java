package io.huoji.platform.table.field;

import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A role of the company, such as 教务主任: given by key or id; answered with key and name. */
@Component
class RoleType extends DirectoryType<Role> {

    RoleType(Directories directories) {
        super(directories, "unknown-role");
    }

    @Override
    public String key() {
        return "role";
    }

    @Override
    public Shape shape() {
        return Shape.REFERENCE;
    }

    @Override
    @Nullable
    Role find(Directory directory, Reference reference) {
        return switch (reference.by()) {
            case ID -> directory.role(UUID.fromString(reference.value()));
            case CODE -> directory.roleByKey(reference.value());
            case EXTERNAL -> null;
        };
    }

    @Override
    UUID id(Role role) {
        return role.id();
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        Role role = directory(field).role(UUID.fromString(stored.asString()));
        var answer = JsonNodeFactory.instance.objectNode().put("id", stored.asString());
        return role == null ? answer : answer.put("key", role.key()).put("name", role.name());
    }
}
