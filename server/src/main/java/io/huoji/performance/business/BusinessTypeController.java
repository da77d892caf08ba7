package io.huoji.performance.business;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.tenant.TenantId;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class BusinessTypeController {

    record NewObjectType(@Nullable String key, @Nullable String name) {}

    record ObjectTypeChange(@Nullable String name) {}

    record NewEventType(@Nullable String key, @Nullable String name, @Nullable String objectType,
            @Nullable Boolean outcome) {}

    record EventTypeChange(@Nullable String name, @Nullable String objectType, @Nullable Boolean outcome) {}

    record EventTypeAnswer(UUID id, String key, String name, @Nullable String objectType, boolean outcome) {}

    private final BusinessTypes types;

    BusinessTypeController(BusinessTypes types) {
        this.types = types;
    }

    @GetMapping("/object-types")
    @Requires(Permission.MODEL_READ)
    Page<ObjectType> objectTypes(Viewer viewer) {
        return Page.of(types.of(viewer.tenant()).objectTypes());
    }

    @GetMapping("/object-types/{key}")
    @Requires(Permission.MODEL_READ)
    ObjectType objectType(Viewer viewer, @PathVariable String key) {
        return types.objectType(viewer.tenant(), key);
    }

    @PostMapping("/object-types")
    @Requires(Permission.MODEL_WRITE)
    ResponseEntity<ObjectType> create(Viewer viewer, @RequestBody NewObjectType body) {
        var type = types.create(viewer.tenant(), orEmpty(body.key()), orEmpty(body.name()));
        return ResponseEntity.created(URI.create("/api/v1/object-types/" + type.key())).body(type);
    }

    @PatchMapping("/object-types/{key}")
    @Requires(Permission.MODEL_WRITE)
    ObjectType change(Viewer viewer, @PathVariable String key, @RequestBody ObjectTypeChange body) {
        var known = types.objectType(viewer.tenant(), key);
        return types.rename(viewer.tenant(), key, body.name() == null ? known.name() : body.name());
    }

    @DeleteMapping("/object-types/{key}")
    @Requires(Permission.MODEL_WRITE)
    ResponseEntity<Void> deleteObjectType(Viewer viewer, @PathVariable String key) {
        types.deleteObjectType(viewer.tenant(), key);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/event-types")
    @Requires(Permission.MODEL_READ)
    Page<EventTypeAnswer> eventTypes(Viewer viewer) {
        return Page.of(types.of(viewer.tenant()).eventTypes()).map(type -> answer(viewer.tenant(), type));
    }

    @GetMapping("/event-types/{key}")
    @Requires(Permission.MODEL_READ)
    EventTypeAnswer eventType(Viewer viewer, @PathVariable String key) {
        return answer(viewer.tenant(), types.eventType(viewer.tenant(), key));
    }

    @PostMapping("/event-types")
    @Requires(Permission.MODEL_WRITE)
    ResponseEntity<EventTypeAnswer> create(Viewer viewer, @RequestBody NewEventType body) {
        var type = types.create(viewer.tenant(), orEmpty(body.key()), orEmpty(body.name()), body.objectType(),
                Boolean.TRUE.equals(body.outcome()));
        return ResponseEntity.created(URI.create("/api/v1/event-types/" + type.key()))
                .body(answer(viewer.tenant(), type));
    }

    @PatchMapping("/event-types/{key}")
    @Requires(Permission.MODEL_WRITE)
    EventTypeAnswer change(Viewer viewer, @PathVariable String key, @RequestBody EventTypeChange body) {
        var known = answer(viewer.tenant(), types.eventType(viewer.tenant(), key));
        return answer(viewer.tenant(), types.change(viewer.tenant(), key,
                body.name() == null ? known.name() : body.name(),
                body.objectType() == null ? known.objectType() : body.objectType(),
                body.outcome() == null ? known.outcome() : body.outcome()));
    }

    @DeleteMapping("/event-types/{key}")
    @Requires(Permission.MODEL_WRITE)
    ResponseEntity<Void> deleteEventType(Viewer viewer, @PathVariable String key) {
        types.deleteEventType(viewer.tenant(), key);
        return ResponseEntity.noContent().build();
    }

    private EventTypeAnswer answer(TenantId tenant, EventType type) {
        var objectType = type.objectType() == null ? null : types.of(tenant).objectType(type.objectType());
        return new EventTypeAnswer(type.id(), type.key(), type.name(), objectType == null ? null : objectType.key(),
                type.outcome());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
