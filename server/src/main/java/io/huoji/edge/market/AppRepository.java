package io.huoji.edge.market;

import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is remembered of a tenant's apps. */
@Repository
class AppRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AppRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Installed> all(TenantId tenant) {
        record Row(UUID app, Installed.Held part) {}
        Map<UUID, List<Installed.Held>> parts = jdbc.sql("""
                select app_id, kind, key, local_key, said, base from app_part where tenant_id = :tenant
                order by app_id, position
                """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Row(row.getObject("app_id", UUID.class),
                        new Installed.Held(Kind.valueOf(row.getString("kind")), row.getString("key"),
                                row.getString("local_key"), object(row.getString("said")),
                                row.getString("base") == null ? null : object(row.getString("base")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::app, Collectors.mapping(Row::part, Collectors.toList())));
        return jdbc.sql("""
                select id, key, name, version, description, language, installed_at, updated_at from app
                where tenant_id = :tenant order by installed_at, id
                """)
                .param("tenant", tenant.value())
                .query((row, number) -> app(row, parts.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    @Nullable
    Installed find(TenantId tenant, String key) {
        return all(tenant).stream().filter(app -> app.key().equals(key)).findFirst().orElse(null);
    }

    private ObjectNode object(String text) {
        return (ObjectNode) json.readTree(text);
    }

    private static Installed app(ResultSet row, List<Installed.Held> parts) throws SQLException {
        return new Installed(row.getObject("id", UUID.class), row.getString("key"), row.getString("name"),
                row.getString("version"), row.getString("description"), row.getString("language"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(), parts);
    }

    void save(TenantId tenant, Installed app) {
        jdbc.sql("""
                insert into app (tenant_id, id, key, name, version, description, language, installed_at, updated_at)
                values (:tenant, :id, :key, :name, :version, :description, :language, :installed, :updated)
                on conflict (tenant_id, id) do update set name = excluded.name, version = excluded.version,
                    description = excluded.description, updated_at = excluded.updated_at
                """)
                .param("tenant", tenant.value())
                .param("id", app.id())
                .param("key", app.key())
                .param("name", app.name())
                .param("version", app.version())
                .param("description", app.description())
                .param("language", app.language())
                .param("installed", utc(app.installedAt()))
                .param("updated", utc(app.updatedAt()))
                .update();
        jdbc.sql("delete from app_part where tenant_id = :tenant and app_id = :app")
                .param("tenant", tenant.value())
                .param("app", app.id())
                .update();
        insertParts(tenant, app);
    }

    private void insertParts(TenantId tenant, Installed app) {
        List<Installed.Held> parts = app.parts();
        jdbc.sql("""
                insert into app_part (tenant_id, app_id, kind, key, local_key, position, said, base)
                select :tenant, :app, kind, key, local_key, position, said::jsonb, base::jsonb
                from unnest(cast(:kinds as text[]), cast(:keys as text[]), cast(:locals as text[]),
                    cast(:positions as int[]), cast(:said as text[]), cast(:bases as text[]))
                    as given(kind, key, local_key, position, said, base)
                """)
                .param("tenant", tenant.value())
                .param("app", app.id())
                .param("kinds", parts.stream().map(part -> part.kind().name()).toArray(String[]::new))
                .param("keys", parts.stream().map(Installed.Held::key).toArray(String[]::new))
                .param("locals", parts.stream().map(Installed.Held::localKey).toArray(String[]::new))
                .param("positions", IntStream.range(0, parts.size()).boxed().toArray(Integer[]::new))
                .param("said", parts.stream().map(part -> part.said().toString()).toArray(String[]::new))
                .param("bases", parts.stream().map(part -> part.base() == null ? null : part.base().toString())
                        .toArray(String[]::new))
                .update();
    }

    /** Something that is there only to try an app out. */
    record SampleRef(String kind, UUID id) {}

    void remember(TenantId tenant, UUID app, String kind, Collection<UUID> ids) {
        jdbc.sql("""
                insert into app_sample (tenant_id, app_id, kind, ref_id)
                select :tenant, :app, :kind, id from unnest(cast(:ids as uuid[])) as given(id)
                on conflict do nothing
                """)
                .param("tenant", tenant.value())
                .param("app", app)
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    List<SampleRef> sample(TenantId tenant, UUID app) {
        return jdbc.sql("select kind, ref_id from app_sample where tenant_id = :tenant and app_id = :app")
                .param("tenant", tenant.value())
                .param("app", app)
                .query((row, number) -> new SampleRef(row.getString(1), row.getObject(2, UUID.class)))
                .list();
    }

    /** Every sample person of the tenant, whatever app it came with. */
    List<UUID> samplePeople(TenantId tenant) {
        return jdbc.sql("select ref_id from app_sample where tenant_id = :tenant and kind = 'person'")
                .param("tenant", tenant.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void forgetSample(TenantId tenant, UUID app) {
        jdbc.sql("delete from app_sample where tenant_id = :tenant and app_id = :app")
                .param("tenant", tenant.value())
                .param("app", app)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
