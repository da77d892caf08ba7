package io.huoji.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;

/** One row of the record table in one statement and nothing else: the floor under everything. */
final class RawInsert implements Load.Client {

    private static final String INSERT = """
            insert into record (tenant_id, id, table_id, created_at, received_at, source, subject_id, unit_id, kind_id, kind_version,
                occurred_at, effective_at, level, fields, updated_at)
            values (?, ?, ?, ?, ?, 'api', ?, ?, ?, 1, ?, ?, 'MET', '{"quality":"MET"}', ?)""";

    private final Rows rows;
    private final Data data;
    private final Connection connection;
    private final PreparedStatement insert;

    RawInsert(Server server, Data data, Rows rows) throws Exception {
        this.rows = rows;
        this.data = data;
        connection = server.superuser();
        insert = connection.prepareStatement(INSERT);
    }

    @Override
    public void act(long number) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Rows.Member member = rows.members().get(random.nextInt(rows.members().size()));
        OffsetDateTime now = OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        Object[] values = {data.small[random.nextInt(Data.TENANTS)].id(), Rows.nextId(), rows.table(), now, now,
            member.person(), member.unit(), rows.nodes().getFirst(), now, now, now};
        for (int i = 0; i < values.length; i++)
            insert.setObject(i + 1, values[i]);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
