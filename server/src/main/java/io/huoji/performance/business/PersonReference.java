package io.huoji.performance.business;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the API names a person: the bare code, {@code {"id"}}, {@code {"code"}} or {@code {"type", "externalId"}}. A person
 * beyond the viewer's scope is nobody.
 */
public record PersonReference(Directory directory, Viewer viewer, LocalDate today) {

    public @Nullable Person find(JsonNode reference) {
        var person = named(reference);
        return person != null && viewer.scope().covers(directory.unitAt(person.id(), today), person.id())
                ? person
                : null;
    }

    private @Nullable Person named(JsonNode reference) {
        if (reference.isString()) {
            return directory.personByCode(reference.stringValue());
        }
        if (reference.path("id").isString()) {
            return byId(reference.path("id").stringValue());
        }
        if (reference.path("code").isString()) {
            return directory.personByCode(reference.path("code").stringValue());
        }
        return reference.path("type").isString() && reference.path("externalId").isString()
                ? directory.personByExternalId(reference.path("type").stringValue(),
                        reference.path("externalId").stringValue())
                : null;
    }

    private @Nullable Person byId(String id) {
        UUID known = Ids.parse(id);
        return known == null ? null : directory.person(known);
    }
}
