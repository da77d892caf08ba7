package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the versions of records. */
@Repository
class HistoryRepository {

    /**
     * One version as it is stored.
     *
     * @param changes {@code {field: {from, to}}} in stored form
     */
    record Line(long version, OffsetDateTime at, @Nullable UUID actor, String act, String source, JsonNode changes,
            @Nullable Long revertsTo) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Versions older than {@code before}, newest first. */
    List<Line> page(TenantId tenant, UUID record, long before, int limit) {
        return jdbc.sql("""
                select version, at, actor_id, act, source, changes, reverts_to from record_history
                where tenant_id = ? and record_id = ? and version < ? order by version desc limit ?
                """).params(tenant.value(), record, before, limit).query(this::line).list();
    }

    /** The version itself and all newer ones, newest first. */
    List<Line> since(TenantId tenant, UUID record, long version) {
        return jdbc.sql("""
                select version, at, actor_id, act, source, changes, reverts_to from record_history
                where tenant_id = ? and record_id = ? and version >= ? order by version desc
                """).params(tenant.value(), record, version).query(this::line).list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("version"), row.getObject("at", OffsetDateTime.class),
                row.getObject("actor_id", UUID.class), row.getString("act"), row.getString("source"),
                json.readTree(row.getString("changes")), row.getObject("reverts_to", Long.class));
    }
}
