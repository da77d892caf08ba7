package io.huoji.performance.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.job.RecurringJob;
import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What lay in the recycle bin for 30 days goes for good, and neither ledger nor figures notice. */
@HuojiTest
class ErasedRecordTest {

    private static final String FIGURES = "/metrics/completion?from=2026-01-01&to=2030-01-01";

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired List<RecurringJob> jobs;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void movesNoFigureAndLeavesTheExpectationAsItWas() {
        ActionWorld action = new ActionWorld(world.newTenant());
        action.node("visit", ActionWorld.onEvent("P5D")).expect(201);
        String happened = clock.instant().minus(Duration.ofDays(2)).toString();
        String at = clock.instant().minus(Duration.ofMinutes(1)).toString();
        action.event("D1", "moses", happened).expect(201);
        action.event("D2", "moses", happened).expect(201);
        List<String> ids = List.of("D1", "D2").stream().map(deal -> action.admin.post("/tables/deal-actions/records",
                Map.of("fields", Map.of("person", "moses", "at", at, "action", "visit", "quality", "MET", "deal",
                        Map.of("type", "opportunity", "externalId", deal))))
                .expect(201).at("id")).toList();
        assertThat(action.states()).containsOnly("done");
        action.admin.delete("/records/" + ids.getFirst()).expect(204);
        action.admin.post("/records/" + ids.getFirst() + ":restore").expect(200);
        assertThat(action.states()).as("a restored record closes its expectation again").containsOnly("done");
        action.admin.delete("/records/" + ids.getFirst()).expect(204);
        clock.tick(Duration.ofDays(31));
        Api later = action.company.freshSessionOf("admin");
        String ledger = later.get("/expectations?sort=due").expect(200).text();
        String figures = settled(later);
        assertThat(figures).contains("\"done\":1");
        jobs.stream().filter(job -> job.name().equals("record-erasure")).forEach(job -> job.run(null));
        later.get("/records/" + ids.getFirst() + "?deleted=true").expect(404);
        assertThat(later.get("/expectations?sort=due").expect(200).text()).isEqualTo(ledger);
        assertThat(settled(later)).isEqualTo(figures);
    }

    /** The figures once the events before are through; without the moment of the answer. */
    private static String settled(Api api) {
        String last = "";
        for (String now = read(api); !now.equals(last); now = read(api)) {
            last = now;
            try {
                Thread.sleep(300);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return last;
    }

    private static String read(Api api) {
        return api.get(FIGURES).expect(200).json().path("items").toString();
    }
}
