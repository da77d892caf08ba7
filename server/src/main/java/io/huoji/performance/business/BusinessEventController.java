package io.huoji.performance.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.performance.business.BusinessEvents.Outcome;
import io.huoji.performance.business.BusinessEvents.Status;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.kernel.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/events")
class BusinessEventController {

    private static final int MAX_BATCH = 5000;

    record Answer(List<Item> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String source, String id, String status, @Nullable String reason) {}

    private final BusinessEvents events;
    private final Wording wording;

    BusinessEventController(BusinessEvents events, Wording wording) {
        this.events = events;
        this.wording = wording;
    }

    /** One event, or an array of up to 5,000. */
    @PostMapping
    @Requires(Permission.EVENTS_WRITE)
    ResponseEntity<Object> take(Viewer viewer, @RequestBody JsonNode body) {
        if (!body.isArray()) {
            return one(events.take(viewer, List.of(body)).getFirst());
        }
        if (body.size() > MAX_BATCH) {
            throw new Misuse.Malformed(Problem.at("", "too-many-items", Map.of("max", MAX_BATCH)));
        }
        return ResponseEntity.ok(new Answer(events.take(viewer, List.copyOf(body.values())).stream()
                .map(this::item)
                .toList()));
    }

    private ResponseEntity<Object> one(Outcome outcome) {
        if (outcome.problems().stream().anyMatch(problem -> problem.code().equals("unknown-property"))) {
            throw new Misuse.Malformed(outcome.problems().toArray(Problem[]::new));
        }
        if (outcome.status() == Status.REJECTED) {
            throw new Misuse.Refused(outcome.problems());
        }
        return ResponseEntity.status(outcome.status() == Status.ACCEPTED ? HttpStatus.CREATED : HttpStatus.OK)
                .body(item(outcome));
    }

    /** The reasons in words, each naming its place. */
    private Item item(Outcome outcome) {
        var reasons = outcome.problems().stream()
                .map(problem -> (problem.field().isEmpty() ? "" : problem.field() + ": ") + wording.of(problem))
                .toList();
        return new Item(outcome.source(), outcome.id(), outcome.status().key(),
                reasons.isEmpty() ? null : String.join(" ", reasons));
    }
}
