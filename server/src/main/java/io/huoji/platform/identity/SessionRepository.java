package io.huoji.platform.identity;

import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of one tenant. Only the credential makes one open; rows whose time is over go at the next sign-in. */
@Repository
class SessionRepository {

    /** One device on which an account is signed in to a tenant. */
    record Session(UUID id, UUID account, Instant createdAt, Instant lastSeenAt, Instant expiresAt, String device,
            String address) {}

    /** Who is behind a session. */
    record Holder(UUID account, UUID person, Instant lastSeenAt) {}

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TenantId tenant, Session session) {
        jdbc.sql("""
                insert into session (tenant_id, id, account_id, created_at, last_seen_at, expires_at, device, address)
                values (:tenant, :id, :account, :created, :seen, :expires, :device, :address)
                """)
                .param("tenant", tenant.value())
                .param("id", session.id())
                .param("account", session.account())
                .param("created", at(session.createdAt()))
                .param("seen", at(session.lastSeenAt()))
                .param("expires", at(session.expiresAt()))
                .param("device", session.device())
                .param("address", session.address())
                .update();
    }

    Optional<Holder> holder(TenantId tenant, UUID session) {
        return jdbc.sql("""
                select session.account_id, account_membership.person_id, session.last_seen_at
                from session
                join account_membership on account_membership.account_id = session.account_id
                     and account_membership.tenant_id = session.tenant_id and account_membership.ended_at is null
                join account on account.id = session.account_id and account.disabled_at is null
                where session.tenant_id = :tenant and session.id = :id
                """)
                .param("tenant", tenant.value())
                .param("id", session)
                .query((row, n) -> new Holder(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    void seen(TenantId tenant, UUID session, Instant now) {
        jdbc.sql("update session set last_seen_at = :now where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", session)
                .param("now", at(now))
                .update();
    }

    List<Session> open(TenantId tenant, UUID account, Instant now) {
        return jdbc.sql("""
                select id, account_id, created_at, last_seen_at, expires_at, device, address from session
                where tenant_id = :tenant and account_id = :account and expires_at > :now
                order by last_seen_at desc
                """)
                .param("tenant", tenant.value())
                .param("account", account)
                .param("now", at(now))
                .query((row, n) -> new Session(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class),
                        instant(row.getObject("created_at", OffsetDateTime.class)),
                        instant(row.getObject("last_seen_at", OffsetDateTime.class)),
                        instant(row.getObject("expires_at", OffsetDateTime.class)), row.getString("device"),
                        row.getString("address")))
                .list();
    }

    void deleteExpired(TenantId tenant, UUID account, Instant now) {
        jdbc.sql("delete from session where tenant_id = :tenant and account_id = :account and expires_at <= :now")
                .param("tenant", tenant.value())
                .param("account", account)
                .param("now", at(now))
                .update();
    }

    void delete(TenantId tenant, List<UUID> sessions) {
        jdbc.sql("delete from session where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant.value())
                .param("ids", sessions.toArray(UUID[]::new))
                .update();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
