package io.huoji.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The ids of one tenant; all small ones share theirs. */
record Rows(UUID table, UUID admin, List<UUID> nodes, List<Member> members) {

    /** A person in a unit. */
    record Member(UUID person, UUID unit) {}

    static Rows read(Server server, UUID id) throws Exception {
        String tenant = id.toString();
        try (Connection connection = server.superuser(); Statement sql = connection.createStatement()) {
            List<Member> members = new ArrayList<>();
            try (ResultSet row = sql.executeQuery("""
                    select p.id, m.unit_id from person p join unit_membership m on m.tenant_id = p.tenant_id and m.person_id = p.id
                    where p.tenant_id = '%s' and p.code like 't%%'""".formatted(tenant))) {
                while (row.next())
                    members.add(new Member(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            }
            return new Rows(ids(sql, "data_table", tenant, "true").getFirst(),
                    ids(sql, "person", tenant, "code = 'admin'").getFirst(), ids(sql, "node", tenant, "true"), members);
        }
    }

    private static List<UUID> ids(Statement sql, String table, String tenant, String where) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = sql
                .executeQuery("select id from %s where tenant_id = '%s' and %s".formatted(table, tenant, where))) {
            while (row.next())
                ids.add(row.getObject(1, UUID.class));
        }
        return ids;
    }

    static UUID nextId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (Instant.now().toEpochMilli() << 16) | 0x7000L | random.nextInt(1 << 12);
        return new UUID(high, (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}
