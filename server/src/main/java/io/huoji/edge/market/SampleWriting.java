package io.huoji.edge.market;

import io.huoji.edge.market.SamplePlan.PlannedPerson;
import io.huoji.performance.action.Nodes;
import io.huoji.performance.action.SampleLedger;
import io.huoji.performance.business.BusinessEvents;
import io.huoji.performance.business.BusinessObjects;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.SampleOrganisations;
import io.huoji.platform.org.SampleOrganisations.SamplePerson;
import io.huoji.platform.org.SampleOrganisations.SampleUnit;
import io.huoji.platform.table.BatchOptions;
import io.huoji.platform.table.Draft;
import io.huoji.platform.table.RecordBatches;
import io.huoji.platform.table.SampleRecords;
import io.huoji.platform.table.Source;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes sample data through the same ways as any other: people first, then what is expected of them, then what they did. */
@Component
class SampleWriting {

    private static final BatchOptions IMPORT = new BatchOptions(true, true, BatchOptions.OnExisting.COMPARE);

    private final AppRepository repository;
    private final SampleOrganisations organisations;
    private final SampleLedger ledger;
    private final SampleRecords samples;
    private final RecordBatches batches;
    private final BusinessObjects objects;
    private final BusinessEvents events;
    private final Directories directories;
    private final Nodes nodes;
    private final Tables tables;
    private final Tenants tenants;
    private final Clock clock;

    SampleWriting(AppRepository repository, SampleOrganisations organisations, SampleLedger ledger,
            SampleRecords samples, RecordBatches batches, BusinessObjects objects, BusinessEvents events,
            Directories directories, Nodes nodes, Tables tables, Tenants tenants, Clock clock) {
        this.repository = repository;
        this.organisations = organisations;
        this.ledger = ledger;
        this.samples = samples;
        this.batches = batches;
        this.objects = objects;
        this.events = events;
        this.directories = directories;
        this.nodes = nodes;
        this.tables = tables;
        this.tenants = tenants;
        this.clock = clock;
    }

    void make(Viewer viewer, Installed app, SamplePlan plan) {
        Tenant tenant = tenants.byId(viewer.tenant());
        Names names = app.names();
        people(viewer, app, plan, names);
        var story = new SampleStory(plan, tenant.zone(), clock.instant());
        expectations(viewer, app, plan, story, names);
        story.tellJourneys();
        var told = story.told();
        objects(viewer, app, plan, story.owners(), told.happenings(), names);
        deeds(viewer, plan, told.deeds(), names);
    }

    private void people(Viewer viewer, Installed app, SamplePlan plan, Names names) {
        repository.remember(viewer.tenant(), app.id(), SampleData.UNIT, plan.units().stream().map(unit -> organisations
                .make(viewer, new SampleUnit(unit.code(), unit.name(), unit.kind(), unit.parent()))).toList());
        repository.remember(viewer.tenant(), app.id(), SampleData.PERSON,
                organisations.make(viewer, plan.people().stream().map(person -> new SamplePerson(person.code(),
                        person.name(), person.unit(),
                        person.roles().stream().map(role -> names.local(Kind.ROLE, role)).toList(),
                        person.manager())).toList()));
    }

    private void expectations(Viewer viewer, Installed app, SamplePlan plan, SampleStory story, Names names) {
        var directory = directories.of(viewer.tenant());
        Map<UUID, PlannedPerson> byId = new LinkedHashMap<>();
        for (PlannedPerson person : plan.people())
            byId.put(Objects.requireNonNull(directory.personByCode(person.code())).id(), person);
        var since = tenants.byId(viewer.tenant()).dayOf(clock.instant()).minusWeeks(plan.weeks() - 1L);
        for (var node : app.of(Kind.NODE)) {
            String key = names.local(Kind.NODE, node.key());
            var periods = ledger.expect(viewer.tenant(), key, byId.keySet(), since);
            var doers = ledger.ofThese(viewer.tenant(), key, byId.keySet()).stream().map(byId::get).toList();
            story.tell(node.key(), doers, periods);
        }
    }

    private void objects(Viewer viewer, Installed app, SamplePlan plan, Map<String, PlannedPerson> owners,
            List<SampleStory.Happening> happenings, Names names) {
        var journey = plan.journey();
        if (journey == null)
            return;
        String type = names.local(Kind.OBJECT_TYPE, journey.type());
        List<UUID> made = new ArrayList<>();
        for (String name : journey.objects()) {
            objects.put(viewer, type, id(plan, name), SampleJson.object(name,
                    Objects.requireNonNull(owners.get(name)).code()), null);
            made.add(objects.one(viewer, type, id(plan, name)).id());
        }
        repository.remember(viewer.tenant(), app.id(), SampleData.OBJECT, made);
        List<JsonNode> told = new ArrayList<>();
        for (var happening : happenings)
            told.add(SampleJson.event(id(plan, happening.object()), type,
                    names.local(Kind.EVENT_TYPE, happening.type()), happening));
        events.take(viewer, told);
    }

    /** What a business object of a plan is called in the system that it would come from. */
    private static String id(SamplePlan plan, String object) {
        var journey = Objects.requireNonNull(plan.journey());
        return "sample-%s-%d".formatted(journey.type(), journey.objects().indexOf(object) + 1);
    }

    private void deeds(Viewer viewer, SamplePlan plan, List<SampleStory.Deed> deeds, Names names) {
        Map<String, List<Draft>> byTable = new LinkedHashMap<>();
        Map<String, Map<String, List<JsonNode>>> more = plan.doings().stream()
                .collect(Collectors.toMap(SamplePlan.Doing::node, SamplePlan.Doing::fields));
        for (int i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            var node = Objects.requireNonNull(
                    nodes.byKey(viewer.tenant(), names.local(Kind.NODE, deed.node())), deed.node());
            Table table = Objects.requireNonNull(tables.find(viewer.tenant(), node.table()));
            String object = deed.object() == null ? null : id(plan, deed.object());
            String type = plan.journey() == null ? "" : names.local(Kind.OBJECT_TYPE, plan.journey().type());
            byTable.computeIfAbsent(table.key(), any -> new ArrayList<>())
                    .add(new Draft(SampleJson.record(table, node, deed, i, object, type,
                            more.getOrDefault(deed.node(), Map.of())), Source.IMPORT));
        }
        byTable.forEach((table, drafts) -> store(viewer, table, drafts));
    }

    /** Stores them all; the first that is refused says why the plan is wrong. */
    private List<UUID> store(Viewer viewer, String table, List<Draft> drafts) {
        List<UUID> ids = new ArrayList<>();
        for (var item : batches.store(viewer, table, drafts, IMPORT).items()) {
            var errors = item.errors();
            if (errors != null && errors.stream().noneMatch(it -> it.code().equals("undone-with-others")))
                throw new Misuse.Refused(errors.stream()
                        .map(problem -> problem.under("sample.records[" + item.index() + "]")).toList());
            if (item.id() != null)
                ids.add(item.id());
        }
        samples.mark(viewer.tenant(), ids);
        return ids;
    }

    /** The sample records of a file; who brings it in is said to have done them. */
    void take(Viewer viewer, Installed app, List<ObjectNode> given) {
        Tenant tenant = tenants.byId(viewer.tenant());
        Map<String, List<Draft>> byTable = new LinkedHashMap<>();
        for (ObjectNode one : given) {
            String key = app.names().local(Kind.TABLE, one.path("table").asString(""));
            Table table = tables.byKey(viewer.tenant(), key);
            var day = tenant.dayOf(clock.instant()).minusDays(one.path("daysAgo").asInt());
            var at = day.atTime(LocalTime.parse(one.path("time").asString(""))).atZone(tenant.zone()).toInstant();
            var past = at.isAfter(clock.instant()) ? clock.instant() : at;
            Map<String, JsonNode> fields = new HashMap<>();
            one.path("fields").properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
            SampleJson.complete(table, fields, viewer.person(), past, app.names());
            byTable.computeIfAbsent(key, any -> new ArrayList<>()).add(new Draft(fields, Source.IMPORT));
        }
        byTable.forEach((table, drafts) -> repository.remember(viewer.tenant(), app.id(), SampleData.RECORD,
                store(viewer, table, drafts)));
        if (byTable.isEmpty())
            throw new Misuse.Refused(Problem.at("sample.records", "required"));
    }
}
