package io.huoji.platform.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TenantRepository {

    private final JdbcClient jdbc;

    TenantRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Tenant tenant) {
        jdbc.sql("""
                insert into tenant (tenant_id, name, zone, locale, created_at, trial_until)
                values (:id, :name, :zone, :locale, :at, :until)
                """)
                .param("id", tenant.id().value())
                .param("name", tenant.name())
                .param("zone", tenant.zone().getId())
                .param("locale", tenant.locale())
                .param("at", OffsetDateTime.ofInstant(tenant.createdAt(), ZoneOffset.UTC))
                .param("until",
                        tenant.trialUntil() == null
                                ? null
                                : OffsetDateTime.ofInstant(tenant.trialUntil(), ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        jdbc.sql("insert into lane (tenant_id) values (:id)").param("id", tenant.id().value()).update();
        jdbc.sql("insert into stamp (tenant_id, version, changed_at) values (:id, 1, :at)")
                .param("id", tenant.id().value())
                .param("at", OffsetDateTime.ofInstant(tenant.createdAt(), ZoneOffset.UTC))
                .update();
    }

    Optional<Tenant> find(TenantId id) {
        return jdbc.sql("""
                select tenant_id, name, zone, locale, created_at, trial_until, suspended_at,
                       array(select jsonb_array_elements_text(coalesce(settings -> 'embedOrigins', '[]'))) as origins
                from tenant where tenant_id = :id
                """).param("id", id.value()).query(TenantRepository::tenant).optional();
    }

    void update(TenantId id, String name, List<String> embedOrigins) {
        jdbc.sql("""
                update tenant set name = :name,
                       settings = jsonb_set(settings, '{embedOrigins}', to_jsonb(cast(:origins as text[])))
                where tenant_id = :id
                """)
                .param("id", id.value())
                .param("name", name)
                .param("origins", embedOrigins.toArray(String[]::new))
                .update();
    }

    List<TenantId> all() {
        return jdbc.sql("select tenant_id from lane order by tenant_id")
                .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from lane").query(Long.class).single();
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("name"),
                ZoneId.of(row.getString("zone")), row.getString("locale"),
                Arrays.asList((String[]) row.getArray("origins").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "trial_until"),
                instant(row, "suspended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
