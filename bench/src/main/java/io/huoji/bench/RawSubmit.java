package io.huoji.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a submission costs without a server: the same four statements by plain JDBC, in the same two round trips. */
final class RawSubmit implements Load.Client {

    private static final String SCRIPT = """
            update expectation set closed_by = ?, closed_at = ? where tenant_id = ? and id = (
                select id from expectation where tenant_id = ? and person_id = ? and node_id = ?
                  and closed_by is null and exempt_at is null and cancelled_at is null
                  and opens_at <= ? and (grace_until >= ? or closes_at is null or closes_at > ?)
                order by grace_until < ?, due_at, id limit 1);
            insert into record (tenant_id, id, table_id, created_at, created_by, received_at, source, subject_id, unit_id, kind_id,
                kind_version, occurred_at, effective_at, late, level, evidence_needed, evidence_present, evidence_complete,
                confirmation, fields, version, updated_at, updated_by)
            values (?, ?, ?, ?, ?, ?, 'api', ?, ?, ?, 1, ?, ?, false, 'MET', 1, 0, false, 'none', ?::jsonb, 1, ?, ?);
            insert into record_history (tenant_id, record_id, version, at, actor_id, act, source, changes)
            values (?, ?, 1, ?, ?, 'created', 'api', ?::jsonb);
            insert into event (tenant_id, id, kind, subject_id, payload) values (?, ?, 'record.created', ?, ?::jsonb);
            commit""";

    private final Rows rows;
    private final Data data;
    private final Connection connection;
    private final Statement begin;
    private final PreparedStatement script;

    RawSubmit(Server server, Data data, Rows rows) throws Exception {
        this.rows = rows;
        this.data = data;
        connection = server.application();
        connection.setAutoCommit(false);
        begin = connection.createStatement();
        script = connection.prepareStatement(SCRIPT);
    }

    @Override
    public void act(long number) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        UUID tenant = data.small[random.nextInt(Data.TENANTS)].id();
        Rows.Member member = rows.members().get(random.nextInt(rows.members().size()));
        UUID node = rows.nodes().get(random.nextInt(rows.nodes().size()));
        UUID id = Rows.nextId();
        OffsetDateTime now = OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        String json = "{\"quality\":\"MET\"}";
        String payload = "{\"table\":\"%s\",\"after\":{\"person\":\"%s\",\"unit\":\"%s\",\"kind\":\"%s\",\"day\":\"%s\"}}"
                .formatted(rows.table(), member.person(), member.unit(), node, now.toLocalDate());
        begin.execute("SET LOCAL app.tenant = '" + tenant + "'");
        bind(id, now, tenant, tenant, member.person(), node, now, now, now, now, tenant, id, rows.table(), now, rows.admin(), now,
                member.person(), member.unit(), node, now, now, json, now, rows.admin(), tenant, id, now, rows.admin(), json,
                tenant, Rows.nextId(), id, payload);
        script.execute();
        connection.commit();
    }

    private void bind(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++)
            script.setObject(i + 1, values[i]);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
