package io.huoji.platform.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
class RecordController {

    private static final int MOST = 5000;

    private final Records records;
    private final RecordBatches batches;
    private final JsonMapper json;

    RecordController(Records records, RecordBatches batches, JsonMapper json) {
        this.records = records;
        this.batches = batches;
        this.json = json;
    }

    record NewRecord(@Nullable Map<String, JsonNode> fields, @Nullable String externalId) {
        Draft draft(Source source, @Nullable UUID id) {
            if (fields == null)
                throw new Misuse.Malformed(Problem.at("fields", "required"));
            return new Draft(fields, externalId, source, id);
        }
    }

    @Requires(Permission.RECORDS_CREATE)
    @PostMapping("/tables/{key}/records")
    ResponseEntity<ObjectNode> submit(Viewer viewer, @PathVariable String key, @RequestBody NewRecord body,
            @RequestParam(defaultValue = "false") boolean grid,
            @RequestAttribute(name = "huoji.inner-key", required = false) @Nullable UUID innerKey) {
        return switch (records.submit(viewer, key, body.draft(Source.of(viewer, grid), innerKey))) {
            case Submission.Rejected rejected -> throw new Misuse.Refused(rejected.problems());
            case Submission.Accepted accepted -> accepted.created()
                    ? tagged(ResponseEntity.created(URI.create("/api/v1/records/" + accepted.record().row().id())),
                            accepted)
                    : tagged(ResponseEntity.ok(), accepted);
        };
    }

    @Requires(Permission.RECORDS_READ)
    @GetMapping("/tables/{key}/records")
    Page<ObjectNode> list(Viewer viewer, @PathVariable String key,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean total,
            @RequestParam(defaultValue = "false") boolean deleted) {
        RecordQuery query = new RecordQuery(Condition.parse(filter, json), sort, Page.limit(limit), cursor, total,
                deleted);
        return records.list(viewer, key, query).map(StoredRecord::json);
    }

    record Several(@Nullable List<NewRecord> items,
            @JsonProperty("import") @Nullable Boolean imported) {

        boolean isImport() {
            return Boolean.TRUE.equals(imported);
        }
    }

    @Requires(Permission.RECORDS_CREATE)
    @PostMapping("/tables/{key}/records:batch")
    BatchOutcome batch(Viewer viewer, @PathVariable String key, @RequestBody Several body,
            @RequestParam(defaultValue = "false") boolean atomic,
            @RequestParam(required = false) @Nullable String onExisting) {
        List<NewRecord> items = body.items();
        if (items == null || items.isEmpty())
            throw new Misuse.Malformed(Problem.at("items", "required"));
        if (items.size() > MOST)
            throw new Misuse.Malformed(Problem.at("items", "too-many-items", Map.of("max", MOST)));
        Source source = body.isImport() ? Source.IMPORT : Source.of(viewer, true);
        return batches.store(viewer, key, items.stream().map(item -> item.draft(source, null)).toList(),
                new BatchOptions(atomic, body.isImport(), onExisting(onExisting)));
    }

    private static BatchOptions.OnExisting onExisting(@Nullable String word) {
        if (word == null)
            return BatchOptions.OnExisting.COMPARE;
        if (!word.equals("skip") && !word.equals("update"))
            throw new Misuse.Malformed(Problem.at("onExisting", "unknown-value", Map.of("value", word)));
        return BatchOptions.OnExisting.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Requires(Permission.RECORDS_READ)
    @GetMapping("/records/{id}")
    ResponseEntity<ObjectNode> one(Viewer viewer, @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean deleted) {
        StoredRecord record = records.byId(viewer, id, deleted);
        return ResponseEntity.ok().eTag("\"" + record.row().version() + "\"").body(record.json());
    }

    record Changes(@Nullable Map<String, JsonNode> fields) {}

    @Requires(Permission.RECORDS_UPDATE)
    @PatchMapping("/records/{id}")
    ResponseEntity<ObjectNode> update(Viewer viewer, @PathVariable UUID id, @RequestBody Changes body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean grid) {
        if (body.fields() == null)
            throw new Misuse.Malformed(Problem.at("fields", "required"));
        return answer(
                records.update(viewer, id, new Patch(body.fields(), Source.of(viewer, grid)),
                        IfMatch.version(ifMatch)));
    }

    @Requires(Permission.RECORDS_DELETE)
    @DeleteMapping("/records/{id}")
    ResponseEntity<Void> delete(Viewer viewer, @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        records.delete(viewer, id, IfMatch.version(ifMatch));
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @Requires(Permission.RECORDS_CREATE)
    @PostMapping("/records/{id}:withdraw")
    ResponseEntity<Void> withdraw(Viewer viewer, @PathVariable UUID id) {
        records.withdraw(viewer, id);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @Requires(Permission.RECORDS_DELETE)
    @PostMapping("/records/{id}:restore")
    ResponseEntity<ObjectNode> restore(Viewer viewer, @PathVariable UUID id) {
        return answer(records.restore(viewer, id));
    }

    static ResponseEntity<ObjectNode> answer(Submission submission) {
        return switch (submission) {
            case Submission.Rejected rejected -> throw new Misuse.Refused(rejected.problems());
            case Submission.Accepted accepted -> tagged(ResponseEntity.ok(), accepted);
        };
    }

    private static ResponseEntity<ObjectNode> tagged(ResponseEntity.BodyBuilder answer, Submission.Accepted accepted) {
        return answer.eTag("\"" + accepted.record().row().version() + "\"").body(accepted.record().json());
    }
}
