package io.huoji.platform.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The outbox. It stands above the tenants. */
@Repository
@Transactional
class MailRepository {

    /** A mail to be tried now, for the how-manieth time. */
    record Due(Mail mail, int attempt) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    MailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Mail mail, Instant now) {
        jdbc.sql("""
                insert into mail (id, key, template, address, locale, params, created_at, expires_at, next_at)
                values (:id, :key, :template, :address, :locale, cast(:params as jsonb), :now, :expires, :now)
                on conflict (key) do nothing
                """)
                .param("id", mail.id())
                .param("key", mail.key())
                .param("template", mail.template())
                .param("address", mail.address())
                .param("locale", mail.locale())
                .param("params", JSON.writeValueAsString(mail.params()))
                .param("now", at(now))
                .param("expires", at(mail.expiresAt()))
                .update();
    }

    Optional<Mail> byId(UUID id) {
        return jdbc.sql("""
                select id, key, template, address, locale, params, expires_at from mail where id = :id
                """).param("id", id).query(MailRepository::mail).optional();
    }

    /** The mails whose time has come. */
    List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                select id, key, template, address, locale, params, expires_at, attempts from mail
                where next_at <= :now order by next_at limit :most
                """)
                .param("now", at(now))
                .param("most", most)
                .query((row, number) -> new Due(mail(row, number), row.getInt("attempts") + 1))
                .list();
    }

    /** Notes an attempt before it is made: one that ends with the process comes again at {@code next}. */
    void attempt(UUID id, int attempt, Instant next) {
        jdbc.sql("update mail set attempts = :attempt, next_at = :next where id = :id")
                .param("id", id)
                .param("attempt", attempt)
                .param("next", at(next))
                .update();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("update mail set sent_at = :now, next_at = null, last_error = null where id = :id")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    /** Keeps why an attempt failed; {@code next} null: there will be none. */
    void failed(UUID id, String error, @Nullable Instant next) {
        jdbc.sql("update mail set last_error = :error, next_at = :next where id = :id")
                .param("id", id)
                .param("error", error)
                .param("next", next == null ? null : at(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void deleteExpired(Instant before) {
        jdbc.sql("delete from mail where expires_at < :before").param("before", at(before)).update();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        Map<String, String> params = JSON.readTree(row.getString("params")).propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asString("")));
        return new Mail(row.getObject("id", UUID.class), row.getString("key"), row.getString("template"),
                row.getString("address"), row.getString("locale"), params,
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
