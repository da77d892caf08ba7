package io.huoji.edge.api;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The writes with an Idempotency-Key of the last 24 hours and what came of them. */
@Repository
class IdempotentRequests {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotentRequests.class);
    private static final Duration KEPT = Duration.ofHours(24);
    /** An attempt older than this without outcome has died; the next one takes over with the same inner key. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.WWW_AUTHENTICATE);

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final JsonMapper json;

    IdempotentRequests(JdbcClient jdbc, TenantTransactions transactions, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    record Call(TenantId tenant, UUID caller, String method, String path, String key, String bodyHash) {}

    record Claim(Call call, UUID innerKey) {}

    record Stored(String bodyHash, @Nullable Integer status, Map<String, String> headers, String body) {}

    /** What is kept of an answer; UNKNOWN when nobody can say whether the write happened. */
    record Outcome(int status, Map<String, String> headers, String body) {

        static final Outcome UNKNOWN = new Outcome(500, Map.of(), "");

        static Outcome of(int status, ContentCachingResponseWrapper answer, boolean isSecret) {
            Map<String, String> headers = new HashMap<>();
            for (String name : HEADERS) {
                String value = answer.getHeader(name);
                if (value != null)
                    headers.put(name, value);
            }
            if (answer.getContentType() != null)
                headers.put(HttpHeaders.CONTENT_TYPE, answer.getContentType());
            return new Outcome(status, headers,
                    isSecret ? "" : new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
        }

        boolean isFinal() {
            return status < 500 && status != 429;
        }
    }

    /** Takes the key for this attempt; empty when another attempt has or had it. */
    Optional<Claim> claim(Call call) {
        return transactions.in(call.tenant(),
                () -> jdbc
                        .sql("""
                                insert into idempotent_request as mine
                                       (tenant_id, caller, method, path, key, body_hash, started_at, inner_key)
                                values (:tenant, :caller, :method, :path, :key, :hash, :now, :inner)
                                on conflict (tenant_id, caller, method, path, key) do update
                                   set started_at = excluded.started_at, body_hash = excluded.body_hash, status = null, headers = null, body = null,
                                       inner_key = case when mine.started_at < :expired then excluded.inner_key else mine.inner_key end
                                 where mine.started_at < :expired
                                    or mine.status is null and mine.started_at < :dead and mine.body_hash = excluded.body_hash
                                returning inner_key
                                """)
                        .params(identity(call))
                        .param("hash", HexFormat.of().parseHex(call.bodyHash()))
                        .param("inner", Ids.next())
                        .param("now", at(clock.instant()))
                        .param("expired", at(clock.instant().minus(KEPT)))
                        .param("dead", at(clock.instant().minus(PATIENCE)))
                        .query(UUID.class)
                        .optional())
                .map(inner -> new Claim(call, inner));
    }

    Optional<Stored> find(Call call) {
        return transactions.in(call.tenant(), () -> jdbc.sql("""
                select body_hash, status, headers, body from idempotent_request
                where tenant_id = :tenant and caller = :caller and method = :method and path = :path and key = :key
                """).params(identity(call)).query(this::stored).optional());
    }

    /** Keeps the outcome; after an unknown one the next attempt may take over at once. */
    void finish(Claim claim, Outcome outcome) {
        try {
            transactions.run(claim.call().tenant(), () -> update(claim, outcome));
        } catch (org.springframework.dao.DataAccessException | TransactionException lost) {
            LOG.warn("The outcome of {} {} was not kept: {}", claim.call().method(), claim.call().path(),
                    lost.toString());
        }
    }

    private void update(Claim claim, Outcome outcome) {
        jdbc.sql("""
                update idempotent_request
                set status = cast(:status as int), headers = cast(:headers as jsonb), body = :body,
                    started_at = case when cast(:status as int) is null then :dead else started_at end
                where tenant_id = :tenant and caller = :caller and method = :method and path = :path and key = :key
                  and inner_key = :inner
                """)
                .params(identity(claim.call()))
                .param("inner", claim.innerKey())
                .param("status", outcome.isFinal() ? outcome.status() : null)
                .param("headers", outcome.isFinal() ? json.writeValueAsString(outcome.headers()) : null)
                .param("body", outcome.isFinal() ? outcome.body().getBytes(StandardCharsets.UTF_8) : null,
                        java.sql.Types.BINARY)
                .param("dead", at(clock.instant().minus(PATIENCE).minusSeconds(1)))
                .update();
    }

    private static Map<String, Object> identity(Call call) {
        return Map.of("tenant", call.tenant().value(), "caller", call.caller(), "method", call.method(), "path",
                call.path(),
                "key", call.key());
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        boolean isRunning = row.wasNull();
        String headers = row.getString("headers");
        byte[] body = row.getBytes("body");
        return new Stored(HexFormat.of().formatHex(row.getBytes("body_hash")),
                isRunning ? null : Integer.valueOf(status),
                headers == null ? Map.of() : json.readValue(headers, new TypeReference<Map<String, String>>() {
                }), body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
