package io.huoji.platform.identity;

import io.huoji.platform.tenant.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The hashes of secrets that are in force; revoking one deletes its row. */
@Repository
@Transactional
class CredentialRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    CredentialRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Credential credential) {
        jdbc.sql("""
                insert into credential (hash, tenant_id, kind, ref, expires_at)
                values (:hash, :tenant, :kind, :ref, :expires)
                """)
                .param("hash", credential.hash().bytes())
                .param("tenant", credential.tenant() == null ? null : credential.tenant().value())
                .param("kind", credential.kind().key())
                .param("ref", credential.ref())
                .param("expires", OffsetDateTime.ofInstant(credential.expiresAt(), ZoneOffset.UTC))
                .update();
    }

    Optional<Credential> find(SecretHash hash, Credential.Kind kind) {
        return jdbc.sql("""
                select tenant_id, ref, expires_at from credential
                where hash = :hash and kind = :kind and expires_at > :now
                """)
                .param("hash", hash.bytes())
                .param("kind", kind.key())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> new Credential(hash, tenant(row.getObject("tenant_id", UUID.class)), kind,
                        row.getObject("ref", UUID.class),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Those of them that still open something. */
    Set<SecretHash> inForce(List<SecretHash> hashes) {
        return Set.copyOf(jdbc.sql("select hash from credential where hash = any(:hashes) and expires_at > :now")
                .param("hashes", hashes.stream().map(SecretHash::bytes).toArray(byte[][]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> SecretHash.of(row.getBytes("hash")))
                .list());
    }

    private static @Nullable TenantId tenant(@Nullable UUID id) {
        return id == null ? null : new TenantId(id);
    }

    /** Uses a secret up; false when somebody else just did. */
    boolean delete(SecretHash hash) {
        return jdbc.sql("delete from credential where hash = :hash").param("hash", hash.bytes()).update() == 1;
    }

    /** Revokes whatever stands for these sessions, tokens or invitations; answers what was revoked. */
    List<SecretHash> deleteFor(TenantId tenant, List<UUID> refs) {
        return jdbc.sql("""
                delete from credential where tenant_id = :tenant and ref = any(:refs) returning hash
                """)
                .param("tenant", tenant.value())
                .param("refs", refs.toArray(UUID[]::new))
                .query((row, n) -> SecretHash.of(row.getBytes("hash")))
                .list();
    }

    /** Uses up every link of a trial that one mail carried, attempt by attempt; false when somebody else just did. */
    boolean deleteTrial(UUID mail) {
        return jdbc.sql("delete from credential where kind = 'trial' and tenant_id is null and ref = :mail")
                .param("mail", mail)
                .update() > 0;
    }

    void deleteExpired() {
        jdbc.sql("delete from credential where expires_at <= :now")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    void deleteSetup() {
        jdbc.sql("delete from credential where kind = 'setup'").update();
    }
}
