package io.huoji.fault;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People who submit actions without pause, each under a key, and try again what they got no answer to. */
final class FaultLoad {

    private static final int CLIENTS = 6;
    /** Before whoever got no answer goes on. */
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final List<String> PEOPLE = List.of("p0", "p1", "p2", "p3", "p4", "p5");
    private static final List<String> NODES = List.of("visit", "follow-up");

    /** One act with its key; the key also stands in its note. */
    private record Act(String key, Map<String, Object> body) {}

    /** Record by the key of each acknowledged act. */
    final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();
    /** Acts whose outcome nobody knows, and that nobody tries again. */
    final Queue<String> abandoned = new ConcurrentLinkedQueue<>();
    final AtomicInteger refused = new AtomicInteger();
    private final Queue<Act> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private final FaultClient client;
    private volatile boolean stopped;

    FaultLoad(FaultClient client) {
        this.client = client;
    }

    void model() {
        client.post("/units", Map.of("code", "east", "name", "东区", "kind", "region", "parent", "hq"));
        for (String person : PEOPLE)
            client.post("/people", Map.of("code", person, "name", person, "unit", "east", "roles",
                    List.of(Map.of("role", "staff"))));
        client.post("/object-types", Map.of("key", "deal", "name", "商机"));
        client.post("/event-types", Map.of("key", "deal.met", "name", "见面"));
        client.post("/tables", Map.of("key", "acts", "name", "动作", "fields", List.of(
                field("who", "person", "subject"), field("at", "dateTime", "occurredAt"), field("what", "node", "node"),
                field("quality", "quality", "quality"), Map.of("key", "note", "name", "备注", "type", "text"))));
        for (String node : NODES)
            client.post("/nodes", Map.of("key", node, "table", "acts", "name", node, "assignee",
                    Map.of("kind", "eventActor"), "trigger",
                    Map.of("kind", "event", "type", "deal.met", "dueAfter", "P1D")));
    }

    private static Map<String, Object> field(String key, String type, String role) {
        return Map.of("key", key, "name", key, "type", type, "role", role);
    }

    /** Runs while the body runs; then every client ends its last try. */
    void during(Random random, Runnable body) {
        stopped = false;
        // Leaving the block waits for all of them.
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int number = 0; number < CLIENTS; number++) {
                long seed = random.nextLong();
                clients.execute(() -> work(new Random(seed)));
            }
            try {
                body.run();
            } finally {
                stopped = true;
            }
        }
    }

    private void work(Random random) {
        while (!stopped) {
            if (random.nextInt(4) == 0)
                meet(PEOPLE.get(random.nextInt(PEOPLE.size())));
            Act again = unknown.poll();
            if (again == null)
                submit(act(random));
            else if (random.nextInt(4) == 0)
                abandoned.add(again.key());
            else
                submit(again);
        }
    }

    /** An event that makes one expectation of each node. */
    private void meet(String person) {
        String id = "deal-" + events.incrementAndGet();
        client.tryPost("/events", Map.of("source", "crm", "id", id, "type", "deal.met", "occurredAt", now(), "actor",
                person), null);
    }

    private static Act act(Random random) {
        String key = UUID.randomUUID().toString();
        return new Act(key, Map.of("fields", Map.of("who", PEOPLE.get(random.nextInt(PEOPLE.size())), "at", now(),
                "what", NODES.get(random.nextInt(NODES.size())), "quality", random.nextBoolean() ? "MET" : "IMPROVE",
                "note", key)));
    }

    private static String now() {
        return java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void submit(Act act) {
        FaultClient.Answer answer = client.tryPost("/tables/acts/records", act.body(), act.key());
        if (answer.status() == 201 || answer.status() == 200)
            acknowledged.put(act.key(), UUID.fromString(answer.json().path("id").asString()));
        else if (answer.status() == 422)
            refused.incrementAndGet();
        else {
            unknown.add(act);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Tries again until every act that is not abandoned has its answer. */
    void finish() {
        for (Act act = unknown.poll(); act != null; act = unknown.poll())
            submit(act);
    }
}
