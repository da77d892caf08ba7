package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import io.huoji.platform.table.RecordImports;
import io.huoji.platform.table.RecordSheets;
import io.huoji.platform.table.Tables;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds the {@link Target} of a subject. */
@Component
class Targets {

    private final TableTarget.Parts parts;
    private final PeopleTarget people;
    private final UnitTarget units;

    Targets(Tables tables, RecordSheets sheets, RecordImports imports, Messages messages, JsonMapper json,
            PeopleTarget people, UnitTarget units) {
        this.parts = new TableTarget.Parts(tables, sheets, imports, messages, json);
        this.people = people;
        this.units = units;
    }

    Target of(Subject subject) {
        return switch (subject.kind()) {
            case TABLE -> new TableTarget(Objects.requireNonNull(subject.table()), parts);
            case PEOPLE -> people;
            case UNITS -> units;
        };
    }
}
