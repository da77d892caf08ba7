package io.huoji.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.huoji.testkit.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills server, PostgreSQL or both under load, at random moments: every acknowledged submission is there once, the others whole
 * or absent, the figures equal a full count, no event is lost.
 */
class FaultTest {

    private static final boolean LONG = System.getenv("LONG_TESTS") != null;
    private static final int ROUNDS = LONG ? 20 : 2;
    private static final String LOGIN = "admin@fault.test";
    private static final String PASSWORD = "correct horse battery 42";

    /** What dies in a round. */
    private enum Victim {
        SERVER, POSTGRES, BOTH
    }

    private final AtomicReference<String> url = new AtomicReference<>("");
    private final FaultClient client = new FaultClient(url);
    private final FaultLoad load = new FaultLoad(client);

    @Test
    void nothingAcknowledgedIsLostAndNothingHalfDoneStays(@TempDir Path data) throws Exception {
        // As root, PostgreSQL runs as another user and has to get through.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        long seed = Long.getLong("huoji.test.seed", new Random().nextLong());
        System.out.println("Faults with seed " + seed + " (-Dhuoji.test.seed)");
        Random random = new Random(seed);
        ServerProcess server = ServerProcess.start(data,
                Map.of("HUOJI_ADMIN_EMAIL", LOGIN, "HUOJI_ADMIN_PASSWORD", PASSWORD));
        try {
            url.set(server.url());
            client.signIn(LOGIN, PASSWORD);
            load.model();
            for (int round = 0; round < ROUNDS; round++) {
                Victim victim = LONG ? Victim.values()[random.nextInt(3)] : Victim.values()[1 + round % 2];
                server = round(server, victim, random);
                check(server, round, victim);
            }
        } finally {
            server.close();
        }
    }

    private ServerProcess round(ServerProcess server, Victim victim, Random random) {
        AtomicReference<ServerProcess> running = new AtomicReference<>(server);
        load.during(random, () -> {
            LockSupport.parkNanos(Duration.ofMillis(1500 + random.nextInt(2500)).toNanos());
            kill(running.get(), victim);
            if (victim != Victim.POSTGRES)
                running.set(server.startAgain());
            url.set(running.get().url());
            running.get().awaitReady();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        });
        load.finish();
        return running.get();
    }

    private static void kill(ServerProcess server, Victim victim) {
        if (victim != Victim.SERVER)
            server.killPostgres();
        if (victim != Victim.POSTGRES)
            server.killServer();
    }

    private void check(ServerProcess server, int round, Victim victim) throws Exception {
        try (Connection connection = server.database()) {
            FaultRecount count = new FaultRecount(connection);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> count.number("select count(*) from event") == 0);
            assertThat(count.number("select count(*) from parked_event")).as("parked events").isZero();
            submissions(count);
            ledger(count);
            assertThat(count.wrongCells()).as("roll-ups against a full count").isEmpty();
            System.out.printf("round %2d: %-8s killed; %d submissions acknowledged, %d abandoned, %d records%n",
                    round + 1,
                    victim, load.acknowledged.size(), load.abandoned.size(),
                    count.number("select count(*) from record"));
        }
    }

    private void submissions(FaultRecount count) throws SQLException {
        Set<String> doubles = new HashSet<>();
        Map<String, UUID> stored = count.recordsByKey(doubles);
        assertThat(doubles).as("submissions stored more than once").isEmpty();
        assertThat(stored).as("acknowledged submissions").containsAllEntriesOf(load.acknowledged);
        stored.keySet().removeAll(load.acknowledged.keySet());
        assertThat(load.abandoned).as("what is there without acknowledgement").containsAll(stored.keySet());
        assertThat(load.refused.get()).as("refused").isZero();
        assertThat(count.number("""
                select count(*) from record r where version <> (select count(*) from record_history h
                where h.tenant_id = r.tenant_id and h.record_id = r.id)""")).as("records without whole history")
                .isZero();
    }

    private static void ledger(FaultRecount count) throws SQLException {
        assertThat(count.number("""
                select count(*) from (select closed_by from expectation where closed_by is not null
                group by 1 having count(*) > 1) x""")).as("records that close two expectations").isZero();
        assertThat(count
                .number("""
                        select count(*) from expectation e left join record r on r.tenant_id = e.tenant_id and r.id = e.closed_by
                        where e.closed_by is not null and (r.id is null or r.deleted_at is not null
                        or r.subject_id <> e.person_id or r.kind_id <> e.node_id or r.effective_at <> e.closed_at)"""))
                .as("expectations closed by nothing real").isZero();
        assertThat(count
                .number("""
                        select count(*) from expectation e join record r on r.tenant_id = e.tenant_id and r.subject_id = e.person_id
                        and r.kind_id = e.node_id and r.effective_at >= e.opens_at
                        where e.closed_by is null and not exists (select 1 from expectation o where o.closed_by = r.id)"""))
                .as("open expectations beside an action that could close them").isZero();
    }
}
