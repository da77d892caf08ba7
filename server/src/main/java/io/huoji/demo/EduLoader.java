package io.huoji.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/**
 * Loads the rows of the education group by COPY, as the owner of the tables, who stands outside the row-level wall. What the
 * product can compute from them (roll-ups) is left to the product.
 */
@Repository
class EduLoader {

    private static final int PACK = 100;
    private static final int HANDS = 2;

    private final DataSource owner;

    EduLoader(@Qualifier("ownerDataSource") DataSource owner) {
        this.owner = owner;
    }

    /** Loads on two connections at once, as most of the time goes into indexes. Answers the number of records. */
    int load(EduRows rows, EduKeys keys, List<Teacher> teachers, EduRows.SmallFileStore files) {
        Queue<List<Teacher>> packs = new ConcurrentLinkedQueue<>();
        for (int from = 0; from < teachers.size(); from += PACK)
            packs.add(teachers.subList(from, Math.min(from + PACK, teachers.size())));
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<Integer>> parts = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++)
                parts.add(hands.submit(() -> loadPacks(packs, rows, keys, files)));
            int records = 0;
            for (Future<Integer> part : parts)
                records += part.get();
            analyze();
            return records;
        } catch (SQLException | ExecutionException failure) {
            throw new IllegalStateException("The education demo could not be loaded.", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private int loadPacks(Queue<List<Teacher>> packs, EduRows rows, EduKeys keys, EduRows.SmallFileStore files)
            throws SQLException, IOException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            int records = 0;
            for (List<Teacher> pack = packs.poll(); pack != null; pack = packs.poll())
                records += pack(connection, rows, keys, pack, files);
            connection.commit();
            return records;
        }
    }

    private static int pack(Connection connection, EduRows rows, EduKeys keys, List<Teacher> teachers,
            EduRows.SmallFileStore files) throws SQLException, IOException {
        StringBuilder expectations = new StringBuilder();
        StringBuilder records = new StringBuilder();
        StringBuilder history = new StringBuilder();
        Map<UUID, UUID> attached = new java.util.HashMap<>();
        int count = 0;
        for (Teacher teacher : teachers) {
            List<EduRows.Due> dues = rows.dues(teacher);
            List<EduRows.Done> done = rows.records(teacher, files);
            Map<UUID, EduRows.Done> closing = EduRows.closing(dues, done);
            dues.forEach(due -> expectations.append(rows.expectationLine(teacher, due, closing.get(due.id()))));
            for (EduRows.Done record : done) {
                records.append(rows.recordLine(teacher, record));
                history.append(rows.historyLine(teacher, record));
                UUID file = record.file();
                if (file != null)
                    attached.put(file, record.id());
            }
            count += done.size();
        }
        copy(connection, "expectation", EduRows.EXPECTATION_COLUMNS, expectations);
        copy(connection, "record", EduRows.RECORD_COLUMNS, records);
        copy(connection, "record_history", EduRows.HISTORY_COLUMNS, history);
        attach(connection, keys, attached);
        return count;
    }

    private static void copy(Connection connection, String table, String columns, StringBuilder lines)
            throws SQLException {
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        CopyIn copy = manager.copyIn("copy " + table + " (" + columns + ") from stdin");
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private static void attach(Connection connection, EduKeys keys, Map<UUID, UUID> attached) throws SQLException {
        try (var statement = connection
                .prepareStatement("update file set record_id = ? where tenant_id = ? and id = ?")) {
            for (Map.Entry<UUID, UUID> entry : attached.entrySet()) {
                statement.setObject(1, entry.getValue());
                statement.setObject(2, keys.tenant());
                statement.setObject(3, entry.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void analyze() throws SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("analyze expectation; analyze record; analyze record_history; analyze file");
        }
    }

    /** The ids of what the set-up through the API has made. */
    EduKeys keys(UUID tenant) {
        try (Connection connection = owner.getConnection()) {
            Map<String, UUID> nodes = ids(connection, "select key, id from node where tenant_id = ?", tenant);
            return new EduKeys(tenant,
                    ids(connection, "select key, id from data_table where tenant_id = ?", tenant).values().iterator()
                            .next(),
                    ids(connection, "select code, id from unit where tenant_id = ?", tenant),
                    ids(connection, "select code, id from person where tenant_id = ?", tenant),
                    java.util.Arrays.stream(EduNode.values()).collect(java.util.stream.Collectors.toMap(node -> node,
                            node -> java.util.Objects.requireNonNull(nodes.get(node.key)))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, UUID> ids(Connection connection, String sql, UUID tenant) throws SQLException {
        Map<String, UUID> ids = new java.util.HashMap<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            try (var row = statement.executeQuery()) {
                while (row.next())
                    ids.put(row.getString(1), row.getObject(2, UUID.class));
            }
        }
        return ids;
    }
}
