package io.huoji.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.huoji.platform.tenant.NewTenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuojiTest
@Import(LaneTest.Listening.class)
class LaneTest {

    @TestConfiguration
    static class Listening {
        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    /** Remembers what it was given; refuses subjects that a test calls poisonous. */
    static final class Listener implements EventConsumer {
        final Queue<UUID> taken = new ConcurrentLinkedQueue<>();
        volatile UUID poison = new UUID(0, 0);

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public boolean takes(String kind) {
            return kind.equals("test.happened");
        }

        @Override
        public void consume(TenantId tenant, List<Event> batch) {
            batch.forEach(event -> {
                if (poison.equals(event.subject()))
                    throw new IllegalStateException("poisonous");
            });
            batch.forEach(event -> taken.add(java.util.Objects.requireNonNull(event.subject())));
        }
    }

    @Autowired Events events;
    @Autowired Tenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    @Autowired TestClock clock;
    @Autowired Listener listener;

    TenantId tenant = new TenantId(new UUID(0, 0));

    @BeforeEach
    void aTenant() {
        tenant = tenants.newId();
        tenants.found(tenant, new NewTenant("Lane", ZoneId.of("Asia/Shanghai"), "zh-CN", null));
        listener.taken.clear();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void handsOverWhatWasCommittedAndNothingElse() {
        UUID kept = leave();
        try {
            transactions.run(tenant, () -> {
                events.append(tenant, "test.happened", UUID.randomUUID(), Map.of());
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            assertThat(undone).hasMessage("undone");
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(listener.taken).containsExactly(kept));
        assertThat(waiting()).isZero();
    }

    @Test
    void parksTheOneThatFailsAndTakesItAgainLater() {
        UUID bad = UUID.randomUUID();
        listener.poison = bad;
        transactions.run(tenant, () -> events.append(tenant, "test.happened", bad, Map.of()));
        UUID good = leave();
        events.drain(tenant);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(listener.taken).containsExactly(good));
        listener.poison = new UUID(0, 0);
        clock.tick(Duration.ofMinutes(10));
        events.drain(tenant);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(listener.taken).containsExactly(good, bad));
    }

    @Test
    void findsWhatAnotherNodeLeftBehind() {
        UUID left = UUID.randomUUID();
        transactions.run(tenant, () -> jdbc.sql(Events.INSERT)
                .params(tenant.value(), io.huoji.platform.kernel.Ids.next(), "test.happened", left, "{}").update());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(listener.taken).containsExactly(left));
    }

    private UUID leave() {
        UUID subject = UUID.randomUUID();
        transactions.run(tenant, () -> events.append(tenant, "test.happened", subject, Map.of("n", 1)));
        return subject;
    }

    private long waiting() {
        return transactions.in(tenant,
                () -> jdbc.sql("select count(*) from event where tenant_id = ?").param(tenant.value())
                        .query(Long.class).single());
    }
}
