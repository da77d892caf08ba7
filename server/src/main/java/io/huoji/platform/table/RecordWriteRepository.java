package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Runs the statements that write records. */
@Repository
class RecordWriteRepository {

    private final JdbcTemplate jdbc;
    private final RecordRows rows;

    RecordWriteRepository(JdbcTemplate jdbc, RecordRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * What a script did.
     *
     * @param counts rows touched by each statement; -1 for one that returned rows
     * @param facts  pairs (record, JSON) that statements returned
     */
    record Outcome(List<Integer> counts, Map<UUID, String> facts) {}

    /** Runs all statements of the script in one round trip. */
    Outcome run(Script script) {
        Outcome outcome = jdbc.execute(script.sql(), (PreparedStatement statement) -> {
            bind(statement, script.params());
            return outcome(statement, statement.execute());
        });
        return java.util.Objects.requireNonNull(outcome);
    }

    private static Outcome outcome(PreparedStatement statement, boolean first) throws SQLException {
        List<Integer> counts = new ArrayList<>();
        Map<UUID, String> facts = new HashMap<>();
        boolean rows = first;
        while (rows || statement.getUpdateCount() != -1) {
            counts.add(rows ? -1 : statement.getUpdateCount());
            if (rows)
                read(statement.getResultSet(), facts);
            rows = statement.getMoreResults();
        }
        return new Outcome(counts, facts);
    }

    private static void read(ResultSet rows, Map<UUID, String> facts) throws SQLException {
        if (rows.getMetaData().getColumnCount() < 2)
            return;
        while (rows.next())
            facts.put(rows.getObject(1, UUID.class), rows.getString(2));
    }

    /** Runs statements of the same text as one batch; the counts in their order. */
    int[] batch(List<Statement> statements) {
        if (statements.isEmpty())
            return new int[0];
        int[] counts = jdbc.execute(statements.getFirst().sql(), (PreparedStatement prepared) -> {
            for (Statement statement : statements) {
                bind(prepared, statement.params());
                prepared.addBatch();
            }
            return prepared.executeBatch();
        });
        return java.util.Objects.requireNonNull(counts);
    }

    int update(Statement statement) {
        Integer count = jdbc.execute(statement.sql(), (PreparedStatement prepared) -> {
            bind(prepared, statement.params());
            return prepared.executeUpdate();
        });
        return java.util.Objects.requireNonNull(count);
    }

    /** Facts by record: the first two columns of a query. */
    Map<UUID, String> facts(Statement query) {
        Map<UUID, String> facts = new HashMap<>();
        jdbc.execute(query.sql(), (PreparedStatement prepared) -> {
            bind(prepared, query.params());
            try (ResultSet rows = prepared.executeQuery()) {
                read(rows, facts);
            }
            return facts;
        });
        return facts;
    }

    /** Holds these people's rows in order of id: who changes their records or expectations waits. */
    void lockPeople(TenantId tenant, Collection<UUID> people) {
        if (people.isEmpty())
            return;
        UUID[] ids = people.stream().distinct().toArray(UUID[]::new);
        query("select id from person where tenant_id = ? and id = any(?) order by id for no key update",
                List.of(tenant.value(), ids));
    }

    /** Which of these files the caller may still put on a record, with their kinds. */
    Map<UUID, String> looseFiles(TenantId tenant, UUID caller, UUID record, Collection<UUID> files) {
        return facts(Statement.of("""
                select id, kind from file where tenant_id = ? and id = any(?) and erased_at is null
                and ((record_id is null and created_by = ?) or record_id = ?) for update
                """, tenant.value(), files.toArray(UUID[]::new), caller, record));
    }

    /** Records by the names that their source gave them. */
    Map<String, RecordRow> byExternalIds(TenantId tenant, UUID table, String source, Collection<String> ids) {
        return rows("""
                select %s from record where tenant_id = ? and table_id = ? and external_source = ?
                and external_id = any(?)
                """, List.of(tenant.value(), table, source, ids.toArray(String[]::new))).stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.origin().externalId()), row -> row));
    }

    /** Which records have these values in a field that does not repeat. */
    Map<String, UUID> holders(TenantId tenant, UUID field, Collection<String> values) {
        Map<String, UUID> holders = new HashMap<>();
        if (!values.isEmpty())
            facts(Statement.of("""
                    select record_id, value from unique_value where tenant_id = ? and field_id = ? and value = any(?)
                    """, tenant.value(), field, values.toArray(String[]::new)))
                    .forEach((record, value) -> holders.put(value, record));
        return holders;
    }

    List<RecordRow> byIds(TenantId tenant, Collection<UUID> ids) {
        return rows("select %s from record where tenant_id = ? and id = any(?)",
                List.of(tenant.value(), ids.toArray(UUID[]::new)));
    }

    private List<RecordRow> rows(String sql, List<Object> params) {
        List<RecordRow> found = new ArrayList<>();
        jdbc.execute(sql.formatted(RecordRows.COLUMNS), (PreparedStatement prepared) -> {
            bind(prepared, new ArrayList<>(params));
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next())
                    found.add(this.rows.of(rows));
            }
            return found;
        });
        return found;
    }

    private List<UUID> query(String sql, List<Object> params) {
        List<UUID> ids = new ArrayList<>();
        jdbc.execute(sql, (PreparedStatement prepared) -> {
            bind(prepared, new ArrayList<>(params));
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next())
                    ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        });
        return ids;
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> params) throws SQLException {
        for (int i = 0; i < params.size(); i++)
            bind(statement, i + 1, params.get(i));
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case UUID[] ids -> statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids));
            case String[] texts -> statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
            case String text -> statement.setString(index, text);
            default -> statement.setObject(index, value);
        }
    }
}
