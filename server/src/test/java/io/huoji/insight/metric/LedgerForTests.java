package io.huoji.insight.metric;

import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts nodes, records and expectations into a tenant by SQL, telling the same events as the write paths do. */
@TestComponent
public class LedgerForTests {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Events events;
    private final io.huoji.platform.tenant.Stamps stamps;

    LedgerForTests(JdbcClient jdbc, TenantTransactions transactions, Events events,
            io.huoji.platform.tenant.Stamps stamps) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.stamps = stamps;
    }

    /** A record as the figures see it. */
    public record Act(UUID id, UUID person, @Nullable UUID unit, UUID node, Instant at, boolean late,
            @Nullable String level, @Nullable String leadLevel, int needed, boolean complete, boolean deleted) {

        public LocalDate day() {
            return at.atZone(ZONE).toLocalDate();
        }

        Act deleted(boolean now) {
            return new Act(id, person, unit, node, at, late, level, leadLevel, needed, complete, now);
        }

        Act moved(@Nullable UUID toUnit, Instant to, @Nullable String newLevel) {
            return new Act(id, person, toUnit, node, to, late, newLevel, leadLevel, needed, complete, deleted);
        }
    }

    /** An expectation as the figures see it. */
    public record Due(UUID id, UUID person, @Nullable UUID unit, UUID node, Instant due, LocalDate countsOn,
            @Nullable UUID closedBy, @Nullable Instant closedAt, boolean exempt, @Nullable Instant cancelledAt) {

        Due closed(@Nullable UUID by, @Nullable Instant at) {
            return new Due(id, person, unit, node, due, countsOn, by, at, exempt, cancelledAt);
        }

        Due waived(boolean now) {
            return new Due(id, person, unit, node, due, countsOn, closedBy, closedAt, now, cancelledAt);
        }

        Due inUnit(@Nullable UUID other) {
            return new Due(id, person, other, node, due, countsOn, closedBy, closedAt, exempt, cancelledAt);
        }

        Due cancelled(@Nullable Instant at) {
            return new Due(id, person, unit, node, due, countsOn, closedBy, closedAt, exempt, at);
        }
    }

    public UUID table(TenantId tenant, String key) {
        UUID id = Ids.next();
        transactions.run(tenant, () -> jdbc.sql("""
                insert into data_table (tenant_id, id, key, name, created_at) values (?, ?, ?, ?, now())""")
                .params(tenant.value(), id, key, key)
                .update());
        return id;
    }

    public UUID node(TenantId tenant, UUID table, String key) {
        UUID id = Ids.next();
        transactions.run(tenant, () -> {
            jdbc.sql("insert into node (tenant_id, id, key, table_id, version) values (?, ?, ?, ?, 1)")
                    .params(tenant.value(), id, key, table)
                    .update();
            jdbc.sql("""
                    insert into node_version (tenant_id, node_id, version, name, assignee, trigger, created_at)
                    values (?, ?, 1, ?, '{"kind":"eventActor"}', '{"kind":"manual"}', now())""")
                    .params(tenant.value(), id, key)
                    .update();
            stamps.bump(tenant);
        });
        return id;
    }

    /** Writes the record as it is now and tells where it stood and stands. */
    public void write(TenantId tenant, UUID table, @Nullable Act before, Act after) {
        transactions.run(tenant, () -> {
            store(tenant, table, after);
            Map<String, Object> payload = new HashMap<>();
            payload.put("table", table);
            if (before != null && !before.deleted())
                payload.put("before", side(before));
            if (!after.deleted())
                payload.put("after", side(after));
            events.append(tenant, before == null ? "record.created" : "record.updated", after.id(), payload);
        });
    }

    private static Map<String, Object> side(Act act) {
        Map<String, Object> side = new HashMap<>();
        side.put("person", act.person());
        side.put("unit", act.unit());
        side.put("kind", act.node());
        side.put("effectiveAt", act.at().toString());
        side.put("day", act.day().toString());
        return side;
    }

    private void store(TenantId tenant, UUID table, Act act) {
        jdbc.sql(
                """
                        insert into record (tenant_id, id, table_id, subject_id, unit_id, kind_id, kind_version, occurred_at,
                            received_at, effective_at, late, level, lead_level, evidence_needed, evidence_present,
                            evidence_complete, evidence_complete_at, source, created_at, updated_at, deleted_at)
                        values (:tenant, :id, :table, :person, :unit, :node, 1, :at, :at, :at, :late, :level, :leadLevel, :needed,
                            :present, :complete, :completeAt, 'api', :at, :at, :deletedAt)
                        on conflict (tenant_id, id) do update set unit_id = excluded.unit_id,
                            effective_at = excluded.effective_at, level = excluded.level, deleted_at = excluded.deleted_at
                        """)
                .param("tenant", tenant.value())
                .param("id", act.id())
                .param("table", table)
                .param("person", act.person())
                .param("unit", act.unit())
                .param("node", act.node())
                .param("at", at(act.at()))
                .param("late", act.late())
                .param("level", act.level())
                .param("leadLevel", act.leadLevel())
                .param("needed", act.needed())
                .param("present", act.complete() ? act.needed() : 0)
                .param("complete", act.complete())
                .param("completeAt", act.complete() ? at(act.at()) : null)
                .param("deletedAt", act.deleted() ? at(act.at()) : null)
                .update();
    }

    /** Writes expectations as they are now and tells the cells of both states, and of the records that found or lost one. */
    public void write(TenantId tenant, List<Due> before, List<Due> after, List<Act> rematched) {
        transactions.run(tenant, () -> {
            after.forEach(due -> store(tenant, due));
            List<Map<String, Object>> cells = new ArrayList<>();
            for (List<Due> state : List.of(before, after))
                state.forEach(due -> cells.add(cell(due.unit(), due.node(), due.countsOn(), due.person())));
            rematched.forEach(act -> cells.add(cell(act.unit(), act.node(), act.day(), act.person())));
            events.append(tenant, "ledger.changed", null, Map.of("cells", cells));
        });
    }

    private static Map<String, Object> cell(@Nullable UUID unit, UUID node, LocalDate day, UUID person) {
        Map<String, Object> cell = new HashMap<>();
        cell.put("unit", unit);
        cell.put("node", node);
        cell.put("day", day.toString());
        cell.put("person", person);
        cell.put("month", day.withDayOfMonth(1).toString());
        return cell;
    }

    private void store(TenantId tenant, Due due) {
        jdbc.sql(
                """
                        insert into expectation (tenant_id, id, node_id, node_version, person_id, unit_id, origin, opens_at, due_at,
                            grace_until, due_soon_at, counts_on, closed_by, closed_at, exempt_at, cancelled_at, created_at)
                        values (:tenant, :id, :node, 1, :person, :unit, :origin, :opens, :due, :due, :due, :countsOn, :closedBy,
                            :closedAt, :exemptAt, :cancelledAt, :opens)
                        on conflict (tenant_id, id) do update set unit_id = excluded.unit_id, closed_by = excluded.closed_by,
                            closed_at = excluded.closed_at, exempt_at = excluded.exempt_at, cancelled_at = excluded.cancelled_at
                        """)
                .param("tenant", tenant.value())
                .param("id", due.id())
                .param("node", due.node())
                .param("person", due.person())
                .param("unit", due.unit())
                .param("origin", due.id().toString())
                .param("opens", at(due.due().minusSeconds(7 * 86_400)))
                .param("due", at(due.due()))
                .param("countsOn", due.countsOn())
                .param("closedBy", due.closedBy())
                .param("closedAt", due.closedAt() == null ? null : at(due.closedAt()))
                .param("exemptAt", due.exempt() ? at(due.due()) : null)
                .param("cancelledAt", due.cancelledAt() == null ? null : at(due.cancelledAt()))
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
