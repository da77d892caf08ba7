package io.huoji.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/** An action of {@code owner} in {@code east} with a photo, its scene, node and expectation; one more expectation is waived. */
class ActionSample implements Sample {

    private static final String TABLE = "secret-acts";

    /** Whole, yet refused, as it lacks the subject: the matrix of rights wants no new actions. */
    private static final Map<String, Object> NEW = Map.of("externalId", "x-1", "fields", Map.of("when",
            "2026-01-05T09:00:00+08:00", "what", "secret-node", "level", "MET", "note", "新", "proof",
            List.of(Map.of("kind", "link", "url", "https://example.com/a"))));
    private static final Map<String, Object> NODE = Map.of("scene", "secret-scene", "table", TABLE, "name", "新节点",
            "trigger", Map.of("kind", "cadence", "rule", "FREQ=WEEKLY", "dueAfter", "P7D"), "assignee",
            Map.of("kind", "role", "role", "staff"), "grace", "PT0S", "evidence",
            List.of(Map.of("kind", "photo", "min", 1, "mode", "expected")));

    @Override
    public Map<String, String> make(Company company) {
        Api admin = company.admin();
        admin.post("/tables", Map.of("key", TABLE, "name", MARK, "fields", List.of(
                field("who", "person", "subject"), field("when", "dateTime", "occurredAt"),
                field("what", "node", "node"), field("level", "quality", "quality"),
                field("proof", "evidence", "evidence"), Map.of("key", "note", "name", "备注", "type", "text"))))
                .expect(201);
        admin.post("/scenes", Map.of("key", "secret-scene", "name", MARK)).expect(201);
        admin.post("/nodes", Map.of("key", "secret-node", "scene", "secret-scene", "table", TABLE, "name", MARK,
                "trigger", Map.of("kind", "manual"), "evidence",
                List.of(Map.of("kind", "photo", "min", 1, "mode", "expected")))).expect(201);
        String open = expectation(admin);
        String waived = expectation(admin);
        admin.post("/expectations/" + waived + ":waive", Map.of("reason", MARK)).expect(200);
        String file = company.as("owner")
                .upload("/files", MARK + ".jpg", "image/jpeg", photo(), Map.of("kind", "photo"))
                .expect(201).at("id");
        String record = company.as("owner").post("/tables/" + TABLE + "/records", record(file)).expect(201).at("id");
        String deleted = company.as("owner").post("/tables/" + TABLE + "/records", record(null)).expect(201).at("id");
        admin.delete("/records/" + deleted).expect(204);
        admin.patch("/records/" + record, Map.of("fields", Map.of("note", MARK + "改"))).expect(200);
        String comment = admin.post("/records/" + record + "/comments", Map.of("text", MARK + " @[owner]")).expect(201)
                .at("id");
        return Map.of("scenes/key", "secret-scene", "nodes/key", "secret-node", "expectations/id", open, "records/id",
                record, "files/id", file, "comments/comment", comment, "history/version", "1");
    }

    private static Map<String, Object> field(String key, String type, String role) {
        return Map.of("key", key, "name", MARK, "type", type, "role", role);
    }

    private static String expectation(Api admin) {
        String due = Clock.systemUTC().instant().plus(Duration.ofDays(3)).toString();
        return admin.post("/expectations", Map.of("node", "secret-node", "subject", "owner", "due", due)).expect(201)
                .at("id");
    }

    private static Map<String, Object> record(@org.jspecify.annotations.Nullable String file) {
        Map<String, Object> fields = new java.util.HashMap<>(Map.of("who", "owner", "when",
                Clock.systemUTC().instant().minusSeconds(60).toString(), "what", "secret-node", "level", "MET", "note",
                MARK));
        if (file != null)
            fields.put("proof", List.of(Map.of("kind", "photo", "file", file)));
        return Map.of("fields", fields);
    }

    private static byte[] photo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("POST /api/v1/tables/{key}/records", NEW,
                "POST /api/v1/tables/{key}/records:batch", Map.of("items", List.of(NEW)), "POST /api/v1/nodes", NODE,
                "PATCH /api/v1/records/{id}", Map.of("fields", Map.of("note", "改")),
                "POST /api/v1/scenes", Map.of("name", "新场景"), "PATCH /api/v1/scenes/{key}", Map.of("name", "改名"),
                "PATCH /api/v1/nodes/{key}",
                Map.of("name", "改名", "grace", "P1D"),
                "POST /api/v1/expectations/{id}:waive", Map.of("reason", "请假"), "POST /api/v1/expectations",
                Map.of("node", "secret-node", "subject", "owner", "due", "2099-01-01T00:00:00Z"),
                "POST /api/v1/embed-tickets",
                Map.of("node", "secret-node", "actor", "owner", "origin", "https://crm.example"));
    }

    @Override
    public Set<String> hidden() {
        return Set.of("expectations/id", "records/id", "files/id");
    }
}
