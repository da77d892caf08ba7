package io.huoji.platform.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/roles")
class RoleController {

    record View(UUID id, String key, String name, @JsonProperty("class") String roleClass, String scope,
            List<String> listedUnits, List<String> permissions, boolean builtIn) {}

    private final Roles roles;
    private final Directories directories;

    RoleController(Roles roles, Directories directories) {
        this.roles = roles;
        this.directories = directories;
    }

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    Page<View> list(Viewer viewer) {
        Directory directory = directories.of(viewer.tenant());
        return Page.of(directory.roles().stream().map(role -> view(role, directory)).toList());
    }

    @GetMapping("/{role}")
    @Requires(Permission.PEOPLE_READ)
    View one(Viewer viewer, @PathVariable String role) {
        Directory directory = directories.of(viewer.tenant());
        return view(Roles.find(directory, role), directory);
    }

    @PostMapping
    @Requires(Permission.ROLES_WRITE)
    ResponseEntity<View> create(Viewer viewer, @RequestBody RoleInput body) {
        Role role = roles.create(viewer, body);
        return ResponseEntity.created(URI.create("/api/v1/roles/" + role.key()))
                .body(view(role, directories.of(viewer.tenant())));
    }

    @PatchMapping("/{role}")
    @Requires(Permission.ROLES_WRITE)
    View change(Viewer viewer, @PathVariable String role, @RequestBody RoleInput body) {
        return view(roles.change(viewer, role, body), directories.of(viewer.tenant()));
    }

    @DeleteMapping("/{role}")
    @Requires(Permission.ROLES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable String role) {
        roles.delete(viewer, role);
    }

    private static View view(Role role, Directory directory) {
        return new View(role.id(), role.key(), role.name(), role.roleClass().key(), role.scope().key(),
                role.listedUnits()
                        .stream()
                        .map(directory::unit)
                        .filter(Objects::nonNull)
                        .map(Unit::code)
                        .sorted()
                        .toList(),
                role.permissions().stream().sorted().map(Permission::key).toList(), role.builtIn());
    }
}
