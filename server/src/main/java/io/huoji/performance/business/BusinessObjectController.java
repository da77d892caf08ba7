package io.huoji.performance.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
class BusinessObjectController {

    record Batch(@Nullable List<JsonNode> items) {}

    record BatchAnswer(List<Item> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(int index, int status, @Nullable UUID id, @Nullable List<Problem> errors) {}

    private final BusinessObjects objects;
    private final ObjectPresenter presenter;

    BusinessObjectController(BusinessObjects objects, ObjectPresenter presenter) {
        this.objects = objects;
        this.presenter = presenter;
    }

    @GetMapping("/objects/{type}")
    @Requires(Permission.OBJECTS_READ)
    Page<ObjectNode> list(Viewer viewer, @PathVariable String type, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return objects.list(viewer, type, q, cursor, Page.limit(limit))
                .map(object -> presenter.present(viewer, object));
    }

    @GetMapping("/objects/{type}/{externalId}")
    @Requires(Permission.OBJECTS_READ)
    ResponseEntity<ObjectNode> one(Viewer viewer, @PathVariable String type, @PathVariable String externalId) {
        var object = objects.one(viewer, type, externalId);
        return ResponseEntity.ok().eTag("\"" + object.version() + "\"").body(presenter.presentWhole(viewer, object));
    }

    @PutMapping("/objects/{type}/{externalId}")
    @Requires(Permission.OBJECTS_WRITE)
    ResponseEntity<ObjectNode> put(Viewer viewer, @PathVariable String type, @PathVariable String externalId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        boolean made = objects.put(viewer, type, externalId, body, version(ifMatch));
        var answer = presenter.presentStored(viewer, type, externalId);
        return made ? ResponseEntity.created(place(type, externalId)).body(answer) : ResponseEntity.ok(answer);
    }

    @PostMapping("/objects/{type}:batch")
    @Requires(Permission.OBJECTS_WRITE)
    BatchAnswer batch(Viewer viewer, @PathVariable String type, @RequestBody Batch batch) {
        var outcomes = objects.batch(viewer, type, batch.items());
        return new BatchAnswer(IntStream.range(0, outcomes.size())
                .mapToObj(index -> new Item(index, outcomes.get(index).status(), outcomes.get(index).id(),
                        outcomes.get(index).errors().isEmpty() ? null : outcomes.get(index).errors()))
                .toList());
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        return ifMatch == null || !ifMatch.matches("(W/)?\"?\\d{1,18}\"?")
                ? null
                : Long.valueOf(ifMatch.replaceAll("\\D", ""));
    }

    private static URI place(String type, String externalId) {
        return UriComponentsBuilder.fromPath("/api/v1/objects/{type}/{id}").encode().buildAndExpand(type, externalId)
                .toUri();
    }
}
