package io.huoji.performance.business;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Repository
class BusinessObjectRepository {

    private static final String COLUMNS = """
            o.id, o.type_id, o.external_id, o.name, o.owner_id, o.fields, o.version, o.created_at, o.updated_at""";
    private static final String DRAFTS = """
            unnest(cast(:ids as uuid[]), cast(:types as uuid[]), cast(:externalIds as text[]), cast(:names as text[]),
                   cast(:givens as boolean[]), cast(:owners as uuid[]), cast(:fields as text[]))
                   as d(id, type_id, external_id, name, owner_given, owner_id, fields)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BusinessObjectRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes those that are not there yet; answers the names of those it made. */
    Set<ObjectName> insertMissing(TenantId tenant, List<ObjectDraft> drafts, Instant now) {
        return new HashSet<>(bind(tenant, drafts, jdbc.sql("""
                insert into business_object (tenant_id, id, type_id, external_id, name, owner_id, fields, created_at,
                                             updated_at)
                select :tenant, d.id, d.type_id, d.external_id, coalesce(d.name, d.external_id), d.owner_id,
                       coalesce(cast(d.fields as jsonb), '{}'), :now, :now
                from %s
                order by d.type_id, d.external_id
                on conflict (tenant_id, type_id, external_id) do nothing
                returning type_id, external_id
                """.formatted(DRAFTS)).param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))
                .query(BusinessObjectRepository::name)
                .list());
    }

    /** The objects of these names, locked in one order so that two batches can't wait for each other. */
    Map<ObjectName, BusinessObject> lock(TenantId tenant, Collection<ObjectName> names) {
        return byName(tenant, names, "order by o.type_id, o.external_id for update of o");
    }

    Map<ObjectName, BusinessObject> find(TenantId tenant, Collection<ObjectName> names) {
        return byName(tenant, names, "");
    }

    private Map<ObjectName, BusinessObject> byName(TenantId tenant, Collection<ObjectName> names, String rest) {
        return jdbc.sql("""
                select %s from business_object o
                join unnest(cast(:types as uuid[]), cast(:externalIds as text[])) as n(type_id, external_id)
                  on n.type_id = o.type_id and n.external_id = o.external_id
                where o.tenant_id = :tenant %s
                """.formatted(COLUMNS, rest))
                .param("tenant", tenant.value())
                .param("types", names.stream().map(ObjectName::type).toArray(UUID[]::new))
                .param("externalIds", names.stream().map(ObjectName::externalId).toArray(String[]::new))
                .query(this::object)
                .list()
                .stream()
                .collect(Collectors.toMap(object -> new ObjectName(object.type(), object.externalId()),
                        Function.identity(), (one, same) -> one));
    }

    /**
     * Changes those that would be different.
     *
     * @param merge whether given fields are laid over the known ones or take their place
     */
    void update(TenantId tenant, List<ObjectDraft> drafts, boolean merge, Instant now) {
        bind(tenant, drafts, jdbc.sql("""
                update business_object o
                set name = n.name, owner_id = n.owner_id, fields = n.fields, version = o.version + 1, updated_at = :now
                from (
                    select b.id, coalesce(d.name, b.name) as name,
                           case when d.owner_given then d.owner_id else b.owner_id end as owner_id,
                           case when d.fields is null then b.fields
                                when :merge then b.fields || cast(d.fields as jsonb)
                                else cast(d.fields as jsonb) end as fields
                    from %s
                    join business_object b
                      on b.tenant_id = :tenant and b.type_id = d.type_id and b.external_id = d.external_id
                ) n
                where o.tenant_id = :tenant and o.id = n.id
                  and (o.name, o.owner_id, o.fields) is distinct from (n.name, n.owner_id, n.fields)
                """.formatted(DRAFTS))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("merge", merge)).update();
    }

    /**
     * Objects of one type in order of their external ids.
     *
     * @param owners whose objects; null: everyone's and nobody's
     */
    List<BusinessObject> list(TenantId tenant, UUID type, @Nullable String words, UUID @Nullable [] owners,
            String after, int limit) {
        return jdbc.sql("""
                select %s from business_object o
                where o.tenant_id = :tenant and o.type_id = :type and o.external_id > :after
                  and (cast(:owners as uuid[]) is null or o.owner_id = any(cast(:owners as uuid[])))
                  and (cast(:words as text) is null or o.name ilike :words or o.external_id ilike :words)
                order by o.external_id limit :limit
                """.formatted(COLUMNS))
                .param("tenant", tenant.value())
                .param("type", type)
                .param("after", after)
                .param("owners", owners)
                .param("words", words == null ? null : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", limit)
                .query(this::object)
                .list();
    }

    List<BusinessObject> byIds(TenantId tenant, Collection<UUID> ids) {
        return jdbc.sql("""
                select %s from business_object o where o.tenant_id = :tenant and o.id = any(cast(:ids as uuid[]))
                """.formatted(COLUMNS))
                .param("tenant", tenant.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::object)
                .list();
    }

    private static JdbcClient.StatementSpec bind(TenantId tenant, List<ObjectDraft> drafts,
            JdbcClient.StatementSpec statement) {
        return statement.param("tenant", tenant.value())
                .param("ids", drafts.stream().map(draft -> Ids.next()).toArray(UUID[]::new))
                .param("types", drafts.stream().map(draft -> draft.of().type()).toArray(UUID[]::new))
                .param("externalIds", drafts.stream().map(draft -> draft.of().externalId()).toArray(String[]::new))
                .param("names", drafts.stream().map(ObjectDraft::name).toArray(String[]::new))
                .param("givens", drafts.stream().map(ObjectDraft::ownerGiven).toArray(Boolean[]::new))
                .param("owners", drafts.stream().map(ObjectDraft::owner).toArray(UUID[]::new))
                .param("fields", drafts.stream().map(BusinessObjectRepository::fields).toArray(String[]::new));
    }

    private static @Nullable String fields(ObjectDraft draft) {
        return draft.fields() == null ? null : draft.fields().toString();
    }

    private static ObjectName name(ResultSet row, int number) throws SQLException {
        return new ObjectName(row.getObject("type_id", UUID.class), row.getString("external_id"));
    }

    private BusinessObject object(ResultSet row, int number) throws SQLException {
        return new BusinessObject(row.getObject("id", UUID.class), row.getObject("type_id", UUID.class),
                row.getString("external_id"), row.getString("name"), row.getObject("owner_id", UUID.class),
                (ObjectNode) json.readTree(row.getString("fields")), row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
