package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Photos, recordings, documents and links that prove an action. Whether a file may be carried is checked when it is stored. */
@Component
public class EvidenceType implements FieldType {

    private static final Set<String> KINDS = Set.of("photo", "recording", "document", "link");
    private static final int MOST = 50;

    private final FileFacts facts;

    EvidenceType(FileFacts facts) {
        this.facts = facts;
    }

    /**
     * One item of evidence.
     *
     * @param file the uploaded file, or null for a link
     */
    public record Item(String kind, @Nullable UUID file, @Nullable String url) {}

    /** The items of a stored value. */
    public static List<Item> items(@Nullable JsonNode stored) {
        List<Item> items = new ArrayList<>();
        if (stored != null)
            for (JsonNode item : stored)
                items.add(new Item(item.path("kind").asString(""),
                        item.has("file") ? UUID.fromString(item.get("file").asString()) : null,
                        item.has("url") ? item.get("url").asString() : null));
        return items;
    }

    @Override
    public String key() {
        return "evidence";
    }

    @Override
    public String group() {
        return "proof";
    }

    @Override
    public Shape shape() {
        return Shape.ITEMS;
    }

    @Override
    public Set<String> roles() {
        return Set.of("evidence");
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        if (!given.isArray()) {
            problems.add(field.problem("not-a-list"));
            return null;
        }
        if (given.size() > MOST) {
            problems.add(field.problem("too-many-items", Map.of("max", MOST)));
            return null;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        Set<JsonNode> seen = new HashSet<>();
        int wrong = problems.size();
        for (int i = 0; i < given.size(); i++) {
            JsonNode item = item(given.get(i), field.at("%s[%d]".formatted(field.path(), i)), problems);
            if (item != null && seen.add(item))
                kept.add(item);
        }
        return problems.size() > wrong || kept.isEmpty() ? null : kept;
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        if (given.isString() && KINDS.contains(given.asString()))
            return given;
        problems.add(field.problem("unknown-evidence-kind"));
        return null;
    }

    @Override
    public List<CarriedFile> files(JsonNode stored) {
        return items(stored).stream().flatMap(item -> item.file() == null
                ? Stream.empty()
                : Stream.of(new CarriedFile(item.file(), item.kind()))).toList();
    }

    @Override
    public void preloadStored(Collection<JsonNode> stored, FieldContext field) {
        facts.read(stored.stream().flatMap(value -> files(value).stream()).map(CarriedFile::id).toList(), field);
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : stored) {
            ObjectNode answer = ((ObjectNode) item).deepCopy();
            shown.add(item.has("file")
                    ? facts.tell(answer, UUID.fromString(item.get("file").asString()), field)
                    : answer);
        }
        return shown;
    }

    private static @Nullable JsonNode item(JsonNode given, FieldContext at, List<Problem> problems) {
        String kind = given.path("kind").asString("");
        if (!given.isObject() || !KINDS.contains(kind)) {
            problems.add(at.problem(given.isObject() ? ".kind" : "", "unknown-evidence-kind", Map.of()));
            return null;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put("kind", kind);
        if (given.has("file"))
            return file(given.get("file"), kept, at, problems);
        if (!given.has("url"))
            problems.add(at.problem("evidence-without-content"));
        else if (!given.get("url").isString() || given.get("url").asString().length() > 2000
                || !WebLinkType.isWebAddress(given.get("url").asString()))
            problems.add(at.problem(".url", "not-a-link", Map.of()));
        else
            return kept.put("url", given.get("url").asString());
        return null;
    }

    private static @Nullable JsonNode file(JsonNode given, ObjectNode kept, FieldContext at, List<Problem> problems) {
        try {
            if (given.isString())
                return kept.set("file", StringNode.valueOf(UUID.fromString(given.asString()).toString()));
        } catch (IllegalArgumentException e) {
            // said below
        }
        problems.add(at.problem(".file", "unknown-file", Map.of("value", given.toString())));
        return null;
    }

    /** One line for each: a link as it is, a file by kind and id. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return String.join("\n", items(stored).stream()
                .map(item -> item.file() == null ? String.valueOf(item.url()) : item.kind() + " " + item.file())
                .toList());
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        cell.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int blank = line.indexOf(' ');
            boolean isFile = blank > 0 && KINDS.contains(line.substring(0, blank));
            ObjectNode item = items.addObject().put("kind", isFile ? line.substring(0, blank) : "link");
            item.put(isFile ? "file" : "url", isFile ? line.substring(blank + 1).strip() : line);
        });
        return items;
    }
}
