package io.huoji.edge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.identity.Viewers;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A write with an Idempotency-Key happens once, however often and however badly it is sent. */
@HuojiTest
class IdempotencyTest {

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired IdempotentRequests requests;
    @Autowired Viewers viewers;

    private Company company;
    private Api keyed;

    @BeforeEach
    void found() {
        company = world.newTenant();
        keyed = company.admin().with("Idempotency-Key", UUID.randomUUID().toString());
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThat(company.admin().with("Idempotency-Key", "with blank").post("/object-types", type("a")).expect(400)
                .problems())
                .containsExactly("Idempotency-Key:idempotency-key");
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        keyed.post("/object-types", type("north")).expect(201);
        assertThat(keyed.post("/object-types", type("south")).expect(422).problems())
                .containsExactly("Idempotency-Key:key-reused");
        assertThat(count("south")).isZero();
    }

    @Test
    void repeatsTheFirstOutcome() {
        Answer first = keyed.post("/object-types", type("north")).expect(201);
        Answer second = keyed.post("/object-types", type("north")).expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(count("north")).isEqualTo(1);
    }

    @Test
    void repeatsARefusalToo() {
        Answer first = keyed.post("/object-types", Map.of("key", "north"));
        assertThat(first.status()).isBetween(400, 422);
        assertThat(keyed.post("/object-types", Map.of("key", "north")).text()).isEqualTo(first.text());
    }

    @Test
    void keepsKeysOfCallersPathsAndMethodsApart() {
        keyed.post("/object-types", type("north")).expect(201);
        Api other = company.token().with("Idempotency-Key", "same");
        Api third = company.admin().with("Idempotency-Key", "same");
        other.post("/object-types", type("east")).expect(201);
        third.post("/object-types", type("west")).expect(201);
        third.patch("/object-types/west", Map.of("name", "West")).expect(200);
    }

    @Test
    void checksTheRightsAgain() {
        company.person("second", "hq", "admin");
        Api second = company.freshSessionOf("second").with("Idempotency-Key", "k1");
        second.post("/object-types", type("north")).expect(201);
        second.delete("/sessions/current").expect(204);
        second.post("/object-types", type("north")).expect(401);
    }

    @Test
    void forgetsAfterADay() {
        keyed.post("/object-types", type("north")).expect(201);
        clock.tick(Duration.ofHours(25));
        assertThat(keyed.post("/object-types", type("south")).status()).isEqualTo(201);
    }

    @Test
    void letsOneOfManyAtOnceThrough() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++)
            calls.add(() -> keyed.post("/object-types", type("north")));
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> answer : pool.invokeAll(calls))
                assertThat(answer.get().status()).isIn(201, 409);
        }
        assertThat(count("north")).isEqualTo(1);
        keyed.post("/object-types", type("north")).expect(201);
    }

    @Test
    void takesOverAnAttemptThatDiedWithTheSameInnerKey() {
        var call = new IdempotentRequests.Call(company.tenant(), UUID.randomUUID(), "POST", "/api/v1/x", "k", "00ff");
        UUID inner = requests.claim(call).orElseThrow().innerKey();
        assertThat(requests.claim(call)).as("still running").isEmpty();
        clock.tick(Duration.ofSeconds(61));
        var second = requests.claim(call);
        assertThat(second.orElseThrow().innerKey()).isEqualTo(inner);
        requests.finish(second.orElseThrow(), IdempotentRequests.Outcome.UNKNOWN);
        assertThat(requests.claim(call).orElseThrow().innerKey()).as("at once after an unknown outcome")
                .isEqualTo(inner);
    }

    private static Map<String, Object> type(String code) {
        return Map.of("key", code, "name", code);
    }

    private long count(String code) {
        return company.admin().get("/object-types").expect(200).items().stream()
                .filter(type -> type.path("key").asString().equals(code)).count();
    }
}
