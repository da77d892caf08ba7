package io.huoji.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.command.ApiClient;
import io.huoji.platform.job.RecurringJob;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that the demo loads by COPY are the rows that the product writes: over two thousand actions of some teachers, one who moved,
 * one on leave, one struggling, one silent, are lived through the public API, week by week, and both companies compared.
 */
@HuojiTest
class DemoRowsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Wednesday whose three months before have no holiday week. */
    private static final Instant NOW = Instant.parse("2027-03-24T08:00:00Z");
    /** Moved, on leave, struggling, silent, and others as they come. */
    private static final Set<Integer> PLAYERS = Set.of(207, 203, 1001, 1021, 500, 501, 502);
    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final String RECORDS = """
            select concat_ws('|', p.code, u.code, n.key, r.kind_version, r.occurred_at, r.received_at, r.effective_at, r.late, r.level,
                coalesce(r.lead_level, '-'), r.evidence_needed, r.evidence_present, r.evidence_complete,
                coalesce(r.evidence_complete_at::text, '-'), r.confirmation, r.source, coalesce(r.external_id, '-'),
                regexp_replace(r.fields::text, :uuids, 'x', 'g'), r.version, r.created_at, c.code, r.updated_at, d.code,
                coalesce(r.deleted_at::text, '-'), r.sample, coalesce(x.origin, '-'), h.version, h.at, a.code, h.act, h.source,
                regexp_replace(h.changes::text, :uuids, 'x', 'g'))
            from record r join person p on p.tenant_id = r.tenant_id and p.id = r.subject_id
            join unit u on u.tenant_id = r.tenant_id and u.id = r.unit_id
            join node n on n.tenant_id = r.tenant_id and n.id = r.kind_id
            join person c on c.tenant_id = r.tenant_id and c.id = r.created_by
            join person d on d.tenant_id = r.tenant_id and d.id = r.updated_by
            left join expectation x on x.tenant_id = r.tenant_id and x.closed_by = r.id
            left join record_history h on h.tenant_id = r.tenant_id and h.record_id = r.id
            left join person a on a.tenant_id = h.tenant_id and a.id = h.actor_id
            where r.tenant_id = :tenant""";

    private static final String LEDGER = """
            select concat_ws('|', p.code, u.code, n.key, e.node_version, e.origin, e.opens_at, e.due_at, e.grace_until, e.closes_at,
                e.due_soon_at, e.counts_on, coalesce(e.closed_at::text, '-'), coalesce(r.received_at::text, '-'),
                coalesce(e.exempt_at::text, '-'), coalesce(w.code, '-'), coalesce(e.exempt_reason, '-'),
                coalesce(e.cancelled_at::text, '-'), e.created_at)
            from expectation e join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
            join unit u on u.tenant_id = e.tenant_id and u.id = e.unit_id
            join node n on n.tenant_id = e.tenant_id and n.id = e.node_id
            left join record r on r.tenant_id = e.tenant_id and r.id = e.closed_by
            left join person w on w.tenant_id = e.tenant_id and w.id = e.exempt_by
            where e.tenant_id = :tenant""";

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired EduLoader loader;
    @Autowired List<RecurringJob> jobs;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void copiedRowsAreThoseThatThePublicApiWrites() {
        EduGroup whole = new EduGroup(NOW.atZone(ZONE).toLocalDate());
        Set<Integer> wanted = new TreeSet<>(PLAYERS);
        for (Teacher teacher : whole.teachers())
            if (PLAYERS.contains(teacher.number()))
                IntStream.of(teacher.campus().number(), teacher.campusAt(whole.thisMonday()).number())
                        .forEach(wanted::add);
        EduGroup group = new EduGroup(NOW.atZone(ZONE).toLocalDate(), wanted::contains);
        EduDoings doings = new EduDoings(group, ZONE, NOW);
        clock.set(start(group.mondays().getFirst()).minusSeconds(60));
        Company lived = setUp(group);
        live(lived, group, doings);

        clock.set(NOW);
        Company copied = setUp(group);
        EduKeys keys = loader.keys(copied.tenant().value());
        int count = loader.load(new EduRows(keys, group, doings, ZONE), keys, group.teachers(),
                (doing, person) -> UUID.randomUUID());

        assertThat(count).isGreaterThan(2000);
        same(rows(lived.tenant(), LEDGER), rows(copied.tenant(), LEDGER));
        same(rows(lived.tenant(), RECORDS), rows(copied.tenant(), RECORDS));
    }

    private static void same(List<String> lived, List<String> copied) {
        List<String> onlyLived = new ArrayList<>(lived);
        copied.forEach(onlyLived::remove);
        List<String> onlyCopied = new ArrayList<>(copied);
        lived.forEach(onlyCopied::remove);
        assertThat(onlyLived).as("written by the product alone; by COPY alone: %s",
                onlyCopied.subList(0, Math.min(3, onlyCopied.size()))).isEmpty();
        assertThat(onlyCopied).as("written by COPY alone").isEmpty();
    }

    private Company setUp(EduGroup group) {
        Company company = world.newTenant();
        new EduTenant(new ApiClient("http://127.0.0.1:" + world.port(), company.secret()), group).setUp();
        return company;
    }

    /** Week by week: the product writes the ledger, the dean waives a leave, the teachers act as their phones would. */
    private void live(Company company, EduGroup group, EduDoings doings) {
        List<Doing> all = group.teachers().stream().flatMap(teacher -> doings.of(teacher).stream())
                .sorted(Comparator.comparing(Doing::received)).toList();
        for (LocalDate monday : group.mondays()) {
            clock.set(start(monday));
            jobs.stream().filter(job -> job.name().equals("cadence-writer")).forEach(job -> job.run(null));
            clock.set(start(monday).plus(Duration.ofHours(9)));
            group.teachers().stream().filter(teacher -> teacher.isOnLeave(monday)).forEach(it -> waive(company, it));
            Map<String, Api> phones = new HashMap<>();
            for (Doing doing : all)
                if (!doing.received().isBefore(start(monday))
                        && doing.received().isBefore(start(monday.plusWeeks(1)))) {
                    clock.set(doing.received());
                    submit(phones.computeIfAbsent(doing.teacher().code(), company::freshSessionOf), doing);
                }
        }
    }

    private void waive(Company company, Teacher teacher) {
        Api dean = company.freshSessionOf("t%04d".formatted(teacher.campus().number()));
        String filter = "%7B%22and%22:%5B%7B%22field%22:%22subject%22,%22op%22:%22eq%22,%22value%22:%22"
                + teacher.code()
                + "%22%7D,%7B%22field%22:%22state%22,%22op%22:%22eq%22,%22value%22:%22open%22%7D%5D%7D";
        dean.get("/expectations?limit=500&filter=" + filter).expect(200).items().forEach(item -> {
            if (item.path("opens").asString().equals(clock.instant().minus(Duration.ofHours(9)).toString()))
                dean.post("/expectations/" + item.path("id").asString() + ":waive", Map.of("reason", "请假")).expect(200);
        });
    }

    private static void submit(Api phone, Doing doing) {
        Map<String, Object> fields = new HashMap<>(Map.of("teacher", doing.teacher().code(), "date",
                doing.occurred().atZone(ZONE).toOffsetDateTime().toString(), "action", doing.node().key, "quality",
                doing.level()));
        if (doing.evidence() != null)
            fields.put("evidence", List.of(proof(phone, doing)));
        phone.post("/tables/teaching-actions/records", Map.of("fields", fields)).expect(201);
    }

    private static Map<String, Object> proof(Api phone, Doing doing) {
        String kind = doing.node().evidenceKind;
        if (!"file".equals(doing.evidence()))
            return Map.of("kind", kind, "url", EduRows.link(doing));
        boolean photo = kind.equals("photo");
        long number = doing.teacher().number() * 10_000L + doing.serial();
        String file = phone.upload("/files", photo ? "a.jpg" : "a.wav", photo ? "image/jpeg" : "audio/wav",
                photo ? SmallFiles.photo(number) : SmallFiles.recording(number), Map.of("kind", kind)).expect(201)
                .at("id");
        return Map.of("kind", kind, "file", file);
    }

    private List<String> rows(TenantId tenant, String query) {
        List<String> rows = new ArrayList<>();
        transactions.run(tenant, () -> rows.addAll(jdbc.sql(query.replace(":uuids", "'" + UUIDS + "'"))
                .param("tenant", tenant.value()).query(String.class).list()));
        return rows.stream().sorted().collect(Collectors.toList());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
