package io.huoji.platform.table;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the records that the rows of a file mean. */
@Component
class ImportMatches {

    private static final String SOURCE_SYSTEM = "api";

    private final RecordWriteRepository repository;

    ImportMatches(RecordWriteRepository repository) {
        this.repository = repository;
    }

    /** The records by the word that each row has for its own; a row without that word is new. */
    Map<String, RecordRow> of(Table table, FieldContexts.Request request, @Nullable String match,
            List<ImportRow> rows) {
        if (match == null)
            return Map.of();
        List<String> words = rows.stream().map(row -> row.cell(match)).filter(it -> !it.isEmpty()).distinct().toList();
        if (words.isEmpty())
            return Map.of();
        return switch (match) {
            case ImportPlan.ID -> byId(table, request, words);
            case ImportPlan.EXTERNAL_ID ->
                repository.byExternalIds(request.tenant().id(), table.id(), SOURCE_SYSTEM, words);
            default -> byValue(Objects.requireNonNull(table.field(match)), request, words);
        };
    }

    private Map<String, RecordRow> byId(Table table, FieldContexts.Request request, List<String> words) {
        List<UUID> ids = words.stream().map(Ids::parse).filter(Objects::nonNull).toList();
        return repository.byIds(request.tenant().id(), ids)
                .stream()
                .filter(row -> row.table().equals(table.id()))
                .collect(Collectors.toMap(row -> row.id().toString(), row -> row));
    }

    private Map<String, RecordRow> byValue(Field field, FieldContexts.Request request, List<String> words) {
        FieldContext context = request.field(field);
        Map<String, String> values = new HashMap<>();
        for (String word : words) {
            String value = value(field, context, word);
            if (value != null)
                values.put(word, value);
        }
        Map<String, UUID> holders = repository.holders(request.tenant().id(), field.id(), values.values());
        Map<UUID, RecordRow> rows = repository.byIds(request.tenant().id(), holders.values())
                .stream()
                .collect(Collectors.toMap(RecordRow::id, row -> row));
        Map<String, RecordRow> found = new HashMap<>();
        values.forEach((word, value) -> {
            UUID holder = holders.get(value);
            RecordRow row = holder == null ? null : rows.get(holder);
            if (row != null)
                found.put(word, row);
        });
        return found;
    }

    /** What a cell of a field that does not repeat would be stored as; null when the cell is wrong. */
    private static @Nullable String value(Field field, FieldContext context, String word) {
        List<Problem> problems = new ArrayList<>();
        JsonNode read = field.type().ofSheet(word, context, problems);
        JsonNode stored = read == null ? null : field.type().parse(read, context, problems);
        return stored == null ? null : stored.asString();
    }

    /** Which values of fields that do not repeat other records have already; a problem for each by the record that wants it. */
    Map<UUID, List<Problem>> taken(Table table, FieldContexts.Request request, Collection<RecordRow> rows) {
        Map<UUID, List<Problem>> problems = new HashMap<>();
        for (Field field : table.fields()) {
            if (!field.isUnique())
                continue;
            Map<UUID, String> wanted = new HashMap<>();
            for (RecordRow row : rows)
                if (row.fields().has(field.key()))
                    wanted.put(row.id(), row.fields().get(field.key()).asString());
            Map<String, UUID> holders = repository.holders(request.tenant().id(), field.id(), wanted.values());
            wanted.forEach((record, value) -> {
                UUID holder = holders.get(value);
                if (holder != null && !holder.equals(record))
                    problems.computeIfAbsent(record, id -> new ArrayList<>())
                            .add(request.field(field).problem("not-unique"));
            });
        }
        return problems;
    }
}
