package io.huoji.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What is measured: the tenant of {@link Model} with a million records, and 200 small tenants that are copies of a part of it.
 * Laid once in a data directory; a second run finds it.
 */
final class Data {

    static final int TENANTS = 200;
    /** People of a small tenant. */
    static final int PEOPLE = 50;
    /** Open expectations of each person and node of a small tenant, so that every submission has one to close. */
    static final int OPEN = 12;

    /** One tenant with the token of its admin. */
    record TenantAccess(UUID id, String token) {}

    final TenantAccess big;
    final TenantAccess[] small = new TenantAccess[TENANTS];

    private Data(TenantAccess big) {
        this.big = big;
        for (int number = 0; number < TENANTS; number++)
            small[number] = new TenantAccess(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number),
                    sha256("small " + number));
    }

    static Data lay(Server server) throws Exception {
        try (Connection connection = server.superuser(); Statement sql = connection.createStatement()) {
            sql.execute("create table if not exists bench_data (tenant uuid, token text)");
            Data known = known(sql);
            if (known != null) {
                Tenants.refill(connection, known, OPEN);
                return known;
            }
            System.out.println("Laying data: a million records, 200 tenants …");
            String token = Model.make(Api.signedIn(server.port, Server.ADMIN, Server.PASSWORD));
            Data data = new Data(new TenantAccess(tenant(sql), token));
            Tenants.copy(connection, data);
            Tenants.refill(connection, data, OPEN);
            Million.lay(connection, server, data);
            sql.execute("insert into bench_data values ('%s', '%s')".formatted(data.big.id(), token));
            return data;
        }
    }

    private static Data known(Statement sql) throws Exception {
        try (ResultSet row = sql.executeQuery("select tenant, token from bench_data")) {
            return row.next() ? new Data(new TenantAccess(row.getObject(1, UUID.class), row.getString(2))) : null;
        }
    }

    private static UUID tenant(Statement sql) throws Exception {
        try (ResultSet row = sql.executeQuery("select tenant_id from tenant")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** In hex; the product keeps the same of a token's text. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
