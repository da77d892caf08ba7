package io.huoji.performance.business;

import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BusinessEventRepository {

    /** An event that is to be stored. */
    record Row(UUID id, EventDraft draft, @Nullable UUID object) {}

    /** An event as an object's page lists it. */
    record Listed(UUID id, String source, String externalId, UUID type, @Nullable UUID actor, Instant occurredAt) {}

    private final JdbcClient jdbc;

    BusinessEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<EventDraft.Name> known(TenantId tenant, Collection<EventDraft.Name> names) {
        return new HashSet<>(jdbc.sql("""
                select e.source, e.external_id from business_event e
                join unnest(cast(:sources as text[]), cast(:ids as text[])) as n(source, external_id)
                  on n.source = e.source and n.external_id = e.external_id
                where e.tenant_id = :tenant
                """)
                .param("tenant", tenant.value())
                .param("sources", names.stream().map(EventDraft.Name::source).toArray(String[]::new))
                .param("ids", names.stream().map(EventDraft.Name::id).toArray(String[]::new))
                .query((row, number) -> new EventDraft.Name(row.getString(1), row.getString(2)))
                .list());
    }

    /** Stores those whose name is new, in one order of names; answers the ids of those it stored. */
    Set<UUID> insert(TenantId tenant, List<Row> rows, Instant now) {
        return new HashSet<>(jdbc.sql("""
                insert into business_event (tenant_id, id, source, external_id, type_id, object_id, actor_id,
                                            occurred_at, received_at, data)
                select :tenant, d.id, d.source, d.external_id, d.type_id, d.object_id, d.actor_id, d.occurred_at, :now,
                       coalesce(cast(d.data as jsonb), '{}')
                from unnest(cast(:ids as uuid[]), cast(:sources as text[]), cast(:names as text[]),
                            cast(:types as uuid[]), cast(:objects as uuid[]), cast(:actors as uuid[]),
                            cast(:times as timestamptz[]), cast(:data as text[]))
                            as d(id, source, external_id, type_id, object_id, actor_id, occurred_at, data)
                order by d.source, d.external_id
                on conflict (tenant_id, source, external_id) do nothing
                returning id
                """)
                .param("tenant", tenant.value())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("sources", rows.stream().map(row -> row.draft().name().source()).toArray(String[]::new))
                .param("names", rows.stream().map(row -> row.draft().name().id()).toArray(String[]::new))
                .param("types", rows.stream().map(row -> row.draft().type().id()).toArray(UUID[]::new))
                .param("objects", rows.stream().map(Row::object).toArray(UUID[]::new))
                .param("actors", rows.stream().map(row -> row.draft().actor()).toArray(UUID[]::new))
                .param("times", rows.stream().map(row -> row.draft().occurredAt().toString()).toArray(String[]::new))
                .param("data", rows.stream().map(BusinessEventRepository::data).toArray(String[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    List<Listed> ofObject(TenantId tenant, UUID object, int limit) {
        return jdbc.sql("""
                select id, source, external_id, type_id, actor_id, occurred_at from business_event
                where tenant_id = :tenant and object_id = :object order by occurred_at desc, id desc limit :limit
                """)
                .param("tenant", tenant.value())
                .param("object", object)
                .param("limit", limit)
                .query((row, number) -> new Listed(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                        row.getObject(4, UUID.class), row.getObject(5, UUID.class),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable String data(Row row) {
        return row.draft().data() == null ? null : row.draft().data().toString();
    }
}
