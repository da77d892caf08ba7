package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/records/{id}/history")
class HistoryController {

    private final RecordHistory history;

    HistoryController(RecordHistory history) {
        this.history = history;
    }

    @Requires(Permission.RECORDS_READ)
    @GetMapping
    Page<RecordHistory.Entry> history(Viewer viewer, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.of(viewer, id, Page.limit(limit), cursor);
    }

    @Requires(Permission.RECORDS_UPDATE)
    @PostMapping("/{version}:restore")
    ResponseEntity<ObjectNode> restore(Viewer viewer, @PathVariable UUID id, @PathVariable long version,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return RecordController.answer(history.revert(viewer, id, version, Source.of(viewer, false),
                IfMatch.version(ifMatch)));
    }
}
