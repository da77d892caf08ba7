package io.huoji.performance.business;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A business object as the API answers it. */
@Component
class ObjectPresenter {

    private static final int EVENTS = 100;

    private final BusinessObjects objects;
    private final BusinessEvents events;
    private final BusinessTypes types;
    private final Directories directories;
    private final List<BusinessParticipant> participants;
    private final JsonMapper json;

    ObjectPresenter(BusinessObjects objects, BusinessEvents events, BusinessTypes types, Directories directories,
            List<BusinessParticipant> participants, JsonMapper json) {
        this.objects = objects;
        this.events = events;
        this.types = types;
        this.directories = directories;
        this.participants = participants;
        this.json = json;
    }

    ObjectNode present(Viewer viewer, BusinessObject object) {
        var type = types.of(viewer.tenant()).objectType(object.type());
        var answer = json.createObjectNode();
        answer.put("id", object.id().toString());
        answer.put("type", type == null ? null : type.key());
        answer.put("externalId", object.externalId());
        answer.put("name", object.name());
        answer.set("owner", person(viewer, object.owner()));
        answer.set("fields", object.fields());
        answer.put("version", object.version());
        answer.put("createdAt", object.createdAt().toString());
        answer.put("updatedAt", object.updatedAt().toString());
        return answer;
    }

    /** With its newest events, and what the modules above say of it. */
    ObjectNode presentWhole(Viewer viewer, BusinessObject object) {
        var answer = present(viewer, object);
        var list = answer.putArray("events");
        for (var event : events.ofObject(viewer.tenant(), object.id(), EVENTS)) {
            var type = types.of(viewer.tenant()).eventType(event.type());
            list.addObject()
                    .put("source", event.source())
                    .put("id", event.externalId())
                    .put("type", type == null ? null : type.key())
                    .put("name", type == null ? null : type.name())
                    .put("occurredAt", event.occurredAt().toString())
                    .set("actor", person(viewer, event.actor()));
        }
        participants.forEach(participant -> participant.present(viewer, object.id(), answer));
        return answer;
    }

    /** What was just written, even when its new owner is beyond the viewer's scope. */
    ObjectNode presentStored(Viewer viewer, String type, String externalId) {
        var name = new ObjectName(types.objectType(viewer.tenant(), type).id(), externalId);
        var object = objects.find(viewer.tenant(), List.of(name)).get(name);
        return object == null ? json.createObjectNode() : present(viewer, object);
    }

    private @Nullable ObjectNode person(Viewer viewer, @Nullable UUID id) {
        var person = id == null ? null : directories.of(viewer.tenant()).person(id);
        return person == null
                ? null
                : json.createObjectNode().put("id", person.id().toString()).put("code", person.code()).put("name",
                        person.name());
    }
}
