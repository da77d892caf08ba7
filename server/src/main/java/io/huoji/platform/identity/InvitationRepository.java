package io.huoji.platform.identity;

import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations of one tenant. */
@Repository
class InvitationRepository {

    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TenantId tenant, UUID id, UUID person, @Nullable UUID by, Instant now, Instant expires) {
        jdbc.sql("""
                insert into invitation (tenant_id, id, person_id, created_by, created_at, expires_at)
                values (:tenant, :id, :person, :by, :now, :expires)
                """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("person", person)
                .param("by", by)
                .param("now", at(now))
                .param("expires", at(expires))
                .update();
    }

    Optional<UUID> person(TenantId tenant, UUID invitation) {
        return jdbc.sql("""
                select person_id from invitation where tenant_id = :tenant and id = :id and used_at is null
                """).param("tenant", tenant.value()).param("id", invitation).query(UUID.class).optional();
    }

    List<UUID> open(TenantId tenant, Collection<UUID> people) {
        return jdbc.sql("""
                select id from invitation where tenant_id = :tenant and person_id = any(:people) and used_at is null
                """).param("tenant", tenant.value()).param("people", people.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    void delete(TenantId tenant, List<UUID> invitations) {
        jdbc.sql("delete from invitation where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant.value())
                .param("ids", invitations.toArray(UUID[]::new))
                .update();
    }

    /** False when somebody else just used it. */
    boolean use(TenantId tenant, UUID invitation, Instant now) {
        return jdbc.sql("""
                update invitation set used_at = :now where tenant_id = :tenant and id = :id and used_at is null
                """)
                .param("tenant", tenant.value())
                .param("id", invitation)
                .param("now", at(now))
                .update() == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
