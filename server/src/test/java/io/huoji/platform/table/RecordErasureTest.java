package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuojiTest
class RecordErasureTest {

    private static final byte[] TEXT = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired RecordErasure erasure;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    private VisitTable visits;

    @BeforeEach
    void visits() {
        visits = new VisitTable(world.newTenant());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private long rows(String table, String id) {
        return transactions.in(visits.company.tenant(), () -> jdbc
                .sql("select count(*) from %s where tenant_id = ? and record_id = cast(? as uuid)".formatted(table))
                .params(visits.company.tenant().value(), id).query(Long.class).single());
    }

    @Test
    void keepsADeletedRecordForThirtyDaysAndThenErasesAllOfIt() {
        String file = visits.admin.upload("/files", "a.pdf", "application/pdf", TEXT, Map.of()).expect(201).at("id");
        String id = visits.submit(VisitTable.visit("一", "proof", List.of(Map.of("kind", "document", "file", file))))
                .expect(201).at("id");
        String other = visits.submit(VisitTable.visit("二")).expect(201).at("id");
        visits.admin.post("/records/" + id + "/comments", Map.of("text", "@[moses] 看一下")).expect(201);
        visits.admin.delete("/records/" + id).expect(204);
        clock.tick(Duration.ofDays(29));
        erasure.run(null);
        Api later = visits.company.freshSessionOf("admin");
        later.get("/records/" + id + "?deleted=true").expect(200);
        visits.company.freshSessionOf("moses").get("/files/" + file).expect(404);
        later.post("/records/" + id + ":restore").expect(200);
        visits.company.freshSessionOf("moses").get("/files/" + file).expect(200);
        later.delete("/records/" + id).expect(204);
        clock.tick(Duration.ofDays(29));
        erasure.run(null);
        assertThat(rows("record_history", id)).as("the days begin anew").isPositive();
        clock.tick(Duration.ofDays(2));
        erasure.run(null);
        later = visits.company.freshSessionOf("admin");
        later.get("/records/" + id + "?deleted=true").expect(404);
        later.post("/records/" + id + ":restore").expect(404);
        later.get("/records/" + other).expect(200);
        for (String table : List.of("record_history", "record_comment", "unique_value", "file"))
            assertThat(rows(table, id)).as(table).isZero();
        later.get("/files/" + file).expect(404);
        later.post("/tables/visits/records", Map.of("fields", VisitTable.visit("一"))).expect(201);
    }
}
