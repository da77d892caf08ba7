package io.huoji.demo;

import java.util.Map;
import java.util.UUID;

/** The ids that the set-up through the API gave to the things of the education group. */
record EduKeys(UUID tenant, UUID table, Map<String, UUID> units, Map<String, UUID> people, Map<EduNode, UUID> nodes) {

    UUID unit(Campus campus) {
        return java.util.Objects.requireNonNull(units.get(campus.code()), campus.code());
    }

    UUID person(Teacher teacher) {
        return java.util.Objects.requireNonNull(people.get(teacher.code()), teacher.code());
    }

    UUID dean(Campus campus) {
        return java.util.Objects.requireNonNull(people.get("t%04d".formatted(campus.number())), campus.code());
    }

    UUID node(EduNode node) {
        return java.util.Objects.requireNonNull(nodes.get(node), node.key);
    }
}
