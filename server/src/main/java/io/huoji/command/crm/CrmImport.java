package io.huoji.command.crm;

import io.huoji.command.ApiClient;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Loads the CRM sample set through the public API: units, people, opportunities, one event for each engage date and one
 * action record for each close date. Every step is keyed, so a second run changes nothing.
 */
public final class CrmImport {

    private static final int PACK = 2000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ApiClient api;
    private final List<CsvTable.Row> team;
    private final List<Deal> deals;
    private final Consumer<String> report;

    public CrmImport(ApiClient api, Path folder, Consumer<String> report) {
        this.api = api;
        this.team = CsvTable.read(folder.resolve("sales_teams.csv"));
        this.deals = CsvTable.read(folder.resolve("sales_pipeline.csv")).stream().map(Deal::of).toList();
        this.report = report;
    }

    public void run() {
        units();
        people();
        types();
        model();
        opportunities();
        engagements();
        closes();
    }

    static String code(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private void units() {
        Set<String> offices = new LinkedHashSet<>(team.stream().map(row -> row.text("regional_office")).toList());
        long made = offices.stream()
                .filter(office -> api.ensure("/units/" + code(office), "/units",
                        Map.of("code", code(office), "name", office, "kind", "region", "parent", "hq")))
                .count();
        report.accept("units: %d made, %d known".formatted(made, offices.size() - made));
    }

    private void people() {
        Map<String, Map<String, Object>> people = new LinkedHashMap<>();
        for (CsvTable.Row row : team)
            people.putIfAbsent(code(row.text("manager")), Map.of("code", code(row.text("manager")), "name",
                    row.text("manager"), "unit", code(row.text("regional_office")), "roles",
                    List.of(Map.of("role", "lead"))));
        for (CsvTable.Row row : team)
            people.put(code(row.text("sales_agent")), Map.of("code", code(row.text("sales_agent")), "name",
                    row.text("sales_agent"), "unit", code(row.text("regional_office")), "manager",
                    code(row.text("manager")), "roles", List.of(Map.of("role", "staff"))));
        batch("people", "/people:batch?onExisting=skip", List.copyOf(people.values()));
    }

    private void types() {
        List<Boolean> made = List.of(
                api.ensure("/object-types/opportunity", "/object-types", Map.of("key", "opportunity", "name", "商机")),
                api.ensure("/event-types/opportunity.engaged", "/event-types", Map.of("key", "opportunity.engaged",
                        "name", "商机开始推进", "objectType", "opportunity")));
        report.accept("object type, event type: %d made, %d known".formatted(made.stream().filter(it -> it).count(),
                made.stream().filter(it -> !it).count()));
    }

    private void model() {
        List<Boolean> made = List.of(
                api.ensure("/tables/deal-actions", "/tables", CrmModel.table()),
                api.ensure("/scenes/b2b-pipeline", "/scenes", CrmModel.scene()),
                api.ensure("/nodes/close-loop", "/nodes", CrmModel.node()));
        report.accept("table, scene, node: %d made, %d known".formatted(made.stream().filter(it -> it).count(),
                made.stream().filter(it -> !it).count()));
    }

    private void opportunities() {
        List<Object> items = new ArrayList<>();
        for (Deal deal : deals)
            items.add(Map.of("externalId", deal.id(), "name", name(deal), "owner", code(deal.agent()), "fields",
                    fields(deal)));
        batch("opportunities", "/objects/opportunity:batch", items);
    }

    private static String name(Deal deal) {
        return deal.account() == null ? deal.product() : deal.account() + " · " + deal.product();
    }

    private static Map<String, Object> fields(Deal deal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("product", deal.product());
        fields.put("stage", deal.stage());
        put(fields, "account", deal.account());
        put(fields, "engaged", deal.engaged());
        put(fields, "closed", deal.closed());
        put(fields, "value", deal.value());
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, @org.jspecify.annotations.Nullable Object value) {
        if (value != null)
            fields.put(key, value.toString());
    }

    private void engagements() {
        List<Object> items = new ArrayList<>();
        for (Deal deal : deals)
            if (deal.engaged() != null)
                items.add(Map.of("source", "crm", "id", deal.id() + ":engaged", "type", "opportunity.engaged",
                        "occurredAt", at(deal.engaged(), 9), "actor", code(deal.agent()), "object",
                        Map.of("type", "opportunity", "externalId", deal.id())));
        batch("engagement events", "/events", items);
    }

    private void closes() {
        List<Object> items = new ArrayList<>();
        for (Deal deal : deals)
            if (deal.closed() != null)
                items.add(Map.of("externalId", deal.id() + ":closed", "fields", Map.of(
                        "person", code(deal.agent()),
                        "action", "close-loop",
                        "date", at(Objects.requireNonNull(deal.closed()), 17),
                        "deal", Map.of("type", "opportunity", "externalId", deal.id()),
                        "quality", deal.isWon() ? "MET" : "IMPROVE")));
        batch("close records", "/tables/deal-actions/records:batch?onExisting=skip", items);
    }

    private static String at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** Sends the items in packs and reports how many ended in which state; a refused one ends the import. */
    private void batch(String what, String path, List<?> items) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (int from = 0; from < items.size(); from += PACK) {
            List<?> pack = items.subList(from, Math.min(from + PACK, items.size()));
            Object body = path.startsWith("/events")
                    ? pack
                    : path.contains("records:batch") ? Map.of("items", pack, "import", true) : Map.of("items", pack);
            for (JsonNode item : api.post(path, body).get("items")) {
                String state = item.get("status").asString();
                if (item.hasNonNull("errors") || state.equals("rejected"))
                    throw new IllegalStateException("%s: %s".formatted(what, item));
                states.merge(state, 1, Integer::sum);
            }
        }
        report.accept("%s: %d (%s)".formatted(what, items.size(), inWords(states)));
    }

    private static String inWords(Map<String, Integer> states) {
        return String.join(", ", states.entrySet().stream().map(it -> it.getValue() + " " + it.getKey()).toList());
    }
}
