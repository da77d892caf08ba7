package io.huoji.platform.identity;

import io.huoji.platform.access.Permission;
import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The API tokens of one tenant that are not revoked. */
@Repository
class TokenRepository {

    private final JdbcClient jdbc;

    TokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TenantId tenant, Token token) {
        jdbc.sql("""
                insert into api_token (tenant_id, id, name, scopes, unit_id, created_by, created_at, expires_at)
                values (:tenant, :id, :name, :scopes, :unit, :by, :created, :expires)
                """)
                .param("tenant", tenant.value())
                .param("id", token.id())
                .param("name", token.name())
                .param("scopes", token.scopes().stream().map(Permission::key).sorted().toArray(String[]::new))
                .param("unit", token.unit())
                .param("by", token.createdBy())
                .param("created", at(token.createdAt()))
                .param("expires", at(token.expiresAt()))
                .update();
    }

    List<Token> all(TenantId tenant) {
        return jdbc.sql("""
                select id, name, scopes, unit_id, created_by, created_at, expires_at, last_used_at from api_token
                where tenant_id = :tenant and revoked_at is null order by created_at desc, id desc
                """).param("tenant", tenant.value()).query(TokenRepository::token).list();
    }

    Optional<Token> find(TenantId tenant, UUID id) {
        return jdbc.sql("""
                select id, name, scopes, unit_id, created_by, created_at, expires_at, last_used_at from api_token
                where tenant_id = :tenant and id = :id and revoked_at is null
                """).param("tenant", tenant.value()).param("id", id).query(TokenRepository::token).optional();
    }

    void used(TenantId tenant, UUID id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    void revoke(TenantId tenant, UUID id, Instant now) {
        jdbc.sql("update api_token set revoked_at = :now where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Token(row.getObject("id", UUID.class), row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(Permission::byKey)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                row.getObject("unit_id", UUID.class), row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
