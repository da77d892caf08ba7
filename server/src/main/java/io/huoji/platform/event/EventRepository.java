package io.huoji.platform.event;

import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EventRepository {

    /** An event that waits for one consumer. */
    record Parked(String consumer, Event event, int attempts) {}

    private final JdbcClient jdbc;
    private final JdbcClient sweep;
    private final JsonMapper json;

    EventRepository(JdbcClient jdbc, @Qualifier("sweepDataSource") javax.sql.DataSource sweep, JsonMapper json) {
        this.jdbc = jdbc;
        this.sweep = JdbcClient.create(sweep);
        this.json = json;
    }

    void insert(TenantId tenant, UUID id, String kind, @Nullable UUID subject, String payload) {
        jdbc.sql(Events.INSERT).param(tenant.value()).param(id).param(kind).param(subject).param(payload).update();
    }

    /**
     * What a worker got of a lane.
     *
     * @param low its low-water mark
     */
    record Taken(UUID low, List<Event> events) {}

    /** Holds the lane and takes what is newer than its low-water mark; null when another worker holds it. */
    @Nullable
    Taken takeNew(TenantId tenant, int limit) {
        List<Event> events = new ArrayList<>();
        List<UUID> low = jdbc.sql("""
                with held as (select low from lane where tenant_id = :tenant for update skip locked),
                taken as (
                    delete from event where tenant_id = :tenant and id in (
                        select id from event where tenant_id = :tenant and id > (select low from held)
                        order by id limit :limit)
                    returning id, kind, subject_id, payload)
                select low, taken.* from held left join taken on true
                """)
                .param("tenant", tenant.value()).param("limit", limit)
                .query((row, n) -> {
                    if (row.getObject("id") != null)
                        events.add(event(row));
                    return row.getObject("low", UUID.class);
                }).list();
        return low.isEmpty() ? null : new Taken(low.getFirst(), sorted(events));
    }

    /** The low-water mark of the lane, now held by this transaction; empty when another worker holds it. */
    Optional<UUID> holdLane(TenantId tenant) {
        return jdbc.sql("select low from lane where tenant_id = ? for update skip locked")
                .param(tenant.value()).query(UUID.class).optional();
    }

    UUID waitForLane(TenantId tenant) {
        return jdbc.sql("select low from lane where tenant_id = ? for update").param(tenant.value()).query(UUID.class)
                .single();
    }

    /** Takes from the very beginning of a lane that is held. */
    List<Event> takeAll(TenantId tenant, int limit) {
        return sorted(jdbc.sql("""
                delete from event where tenant_id = :tenant and id in (
                    select id from event where tenant_id = :tenant order by id limit :limit)
                returning id, kind, subject_id, payload
                """)
                .param("tenant", tenant.value()).param("limit", limit)
                .query((row, n) -> event(row)).list());
    }

    private static List<Event> sorted(List<Event> events) {
        return events.stream().sorted(Comparator.comparing(Event::id, Comparator.comparing(UUID::toString))).toList();
    }

    void moveLow(TenantId tenant, UUID low) {
        jdbc.sql("update lane set low = :low where tenant_id = :tenant and low < :low")
                .param("tenant", tenant.value()).param("low", low).update();
    }

    void park(TenantId tenant, String consumer, Event event, int attempts, Instant next, String error) {
        jdbc.sql("""
                insert into parked_event (tenant_id, consumer, id, kind, subject_id, payload, attempts, next_at, error)
                values (:tenant, :consumer, :id, :kind, :subject, cast(:payload as jsonb), :attempts, :next, :error)
                on conflict (tenant_id, consumer, id) do update
                set attempts = excluded.attempts, next_at = excluded.next_at, error = excluded.error
                """)
                .param("tenant", tenant.value()).param("consumer", consumer).param("id", event.id())
                .param("kind", event.kind()).param("subject", event.subject())
                .param("payload", json.writeValueAsString(event.payload())).param("attempts", attempts)
                .param("next", at(next)).param("error", error).update();
    }

    List<Parked> dueParked(TenantId tenant, Instant now) {
        return jdbc.sql("""
                select consumer, attempts, id, kind, subject_id, payload from parked_event
                where tenant_id = :tenant and next_at <= :now order by id limit 100
                """)
                .param("tenant", tenant.value()).param("now", at(now))
                .query((row, n) -> new Parked(row.getString("consumer"), event(row), row.getInt("attempts"))).list();
    }

    void unpark(TenantId tenant, String consumer, UUID id) {
        jdbc.sql("delete from parked_event where tenant_id = ? and consumer = ? and id = ?")
                .params(tenant.value(), consumer, id).update();
    }

    /** Tenants with events, seen across all of them by the sweep's own role. */
    List<UUID> tenantsWithEvents() {
        return sweep.sql("select distinct tenant_id from (select tenant_id from event limit 10000) x")
                .query(EventRepository::tenant)
                .list();
    }

    List<UUID> tenantsWithParked(Instant now) {
        return sweep.sql("select distinct tenant_id from parked_event where next_at <= ?").param(at(now))
                .query(EventRepository::tenant)
                .list();
    }

    private static UUID tenant(ResultSet row, int number) throws SQLException {
        return row.getObject("tenant_id", UUID.class);
    }

    private Event event(ResultSet row) throws SQLException {
        return new Event(row.getObject("id", UUID.class), row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                json.readTree(row.getString("payload")));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
