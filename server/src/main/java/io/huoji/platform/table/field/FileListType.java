package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Problem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Uploaded files, {@code [{"file": "<id>"}]} or bare ids; answered with kind, name and size. Whether a file may be carried is checked when
 * the record is stored.
 */
abstract class FileListType implements FieldType {

    private static final int MOST = 50;
    private static final String MAX = "max";
    private static final String FILE = "file";

    private final String key;
    private final @Nullable String kind;
    private final int most;
    private final FileFacts facts;

    /** {@code kind} is what each file has to be, null for anything; {@code most} how many a field can ever hold. */
    FileListType(String key, @Nullable String kind, int most, FileFacts facts) {
        this.key = key;
        this.kind = kind;
        this.most = most;
        this.facts = facts;
    }

    static int most() {
        return MOST;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String group() {
        return "proof";
    }

    @Override
    public Shape shape() {
        return Shape.WHOLE;
    }

    @Override
    public List<String> settings() {
        return most == 1 ? List.of() : List.of(MAX);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        Settings.integer(field, MAX, most, 1, most, problems);
        return given;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        if (!given.isArray()) {
            problems.add(field.problem("not-a-list"));
            return null;
        }
        int max = field.config().path(MAX).asInt(most);
        if (given.size() > max) {
            problems.add(field.problem("too-many-values", Map.of("max", max)));
            return null;
        }
        int wrong = problems.size();
        Set<UUID> read = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode id = given.get(i).isObject() ? given.get(i).path(FILE) : given.get(i);
            UUID file = id.isString() ? Ids.parse(id.asString()) : null;
            if (file == null)
                problems.add(field.problem("[%d]".formatted(i), "unknown-file", Map.of("value", id.toString())));
            else
                read.add(file);
        }
        if (problems.size() > wrong || read.isEmpty())
            return null;
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        read.forEach(file -> kept.addObject().put(FILE, file.toString()));
        return kept;
    }

    @Override
    public List<CarriedFile> files(JsonNode stored) {
        return stored.valueStream().map(item -> new CarriedFile(id(item), kind)).toList();
    }

    @Override
    public void preloadStored(Collection<JsonNode> stored, FieldContext field) {
        facts.read(stored.stream().flatMap(JsonNode::valueStream).map(FileListType::id).toList(), field);
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        stored.forEach(item -> shown.add(facts.tell(((ObjectNode) item).deepCopy(), id(item), field)));
        return shown;
    }

    private static UUID id(JsonNode item) {
        return UUID.fromString(item.path(FILE).asString());
    }

    /** One line for each: its name, and its id in brackets. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return String.join("\n", present(stored, field).valueStream()
                .map(item -> SheetForm.named(item.path("name").asString("").strip(), item.path(FILE).asString()))
                .toList());
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return SheetForm.list(cell.lines().filter(line -> !line.isBlank()).map(SheetForm::inBrackets).toList());
    }
}
