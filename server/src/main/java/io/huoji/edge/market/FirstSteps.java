package io.huoji.edge.market;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.table.SampleRecords;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way of a new company from nothing to a living board, in five steps that tick themselves from what is there. */
@Service
class FirstSteps {

    /** One step. */
    record Step(String key, boolean done) {}

    /** All of them, and whether somebody has put the list away. */
    record Answer(List<Step> steps, boolean dismissed) {}

    /** What a screen tells: each only when given. */
    record Told(@Nullable Boolean modelSeen, @Nullable Boolean boardSeen, @Nullable Boolean dismissed) {}

    private final FirstStepRepository repository;
    private final AppRepository apps;
    private final Tables tables;
    private final SampleRecords records;
    private final Directories directories;
    private final TenantTransactions transactions;
    private final Clock clock;

    FirstSteps(FirstStepRepository repository, AppRepository apps, Tables tables, SampleRecords records,
            Directories directories, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.apps = apps;
        this.tables = tables;
        this.records = records;
        this.directories = directories;
        this.transactions = transactions;
        this.clock = clock;
    }

    Answer of(Viewer viewer) {
        return transactions.in(viewer.tenant(), () -> {
            var marks = repository.find(viewer.tenant());
            List<Table> all = tables.list(viewer.tenant());
            List<UUID> actionTables = all.stream().filter(Table::isActionTable).map(Table::id).toList();
            return new Answer(List.of(new Step("template", !actionTables.isEmpty()),
                    new Step("model", marks.modelSeen() && !all.isEmpty()),
                    new Step("people", realPeople(viewer) > 1),
                    new Step("record", records.hasReal(viewer.tenant(), actionTables)),
                    new Step("board", marks.boardSeen() && !actionTables.isEmpty())), marks.dismissed());
        });
    }

    private long realPeople(Viewer viewer) {
        Set<UUID> samples = new HashSet<>(apps.samplePeople(viewer.tenant()));
        return directories.of(viewer.tenant()).people().stream().filter(Person::active)
                .filter(person -> !samples.contains(person.id())).count();
    }

    Answer tell(Viewer viewer, Told told) {
        transactions.run(viewer.tenant(), () -> repository.save(viewer.tenant(), told, clock.instant()));
        return of(viewer);
    }
}
