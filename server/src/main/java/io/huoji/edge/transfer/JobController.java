package io.huoji.edge.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.edge.api.Languages;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class JobController {

    private final OwnTransfers transfers;
    private final Targets targets;
    private final Wording wording;

    JobController(OwnTransfers transfers, Targets targets, Wording wording) {
        this.wording = wording;
        this.transfers = transfers;
        this.targets = targets;
    }

    /** Long work as the API answers it; {@code waiting running done failed cancelled}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Job(UUID id, String state, int done, int total, @Nullable String message, @Nullable String resultUrl) {

        static Job of(Transfer transfer, @Nullable String message) {
            return new Job(transfer.id(), switch (transfer.state()) {
                case DRAFT -> "waiting";
                case CHECKING, RUNNING -> "running";
                case CHECKED, DONE -> "done";
                case FAILED -> "failed";
                case CANCELLED -> "cancelled";
            }, transfer.counts().done(), transfer.counts().total(), message,
                    TransferView.resultUrl(transfer));
        }
    }

    static ResponseEntity<Job> accepted(Transfer transfer) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + transfer.id()))
                .body(Job.of(transfer, null));
    }

    @GetMapping("/jobs/{id}")
    @SignedIn
    Job one(Viewer viewer, @PathVariable UUID id) {
        return job(transfers.byId(viewer, id));
    }

    @PostMapping("/jobs/{id}:cancel")
    @SignedIn
    Job cancel(Viewer viewer, @PathVariable UUID id) {
        return job(transfers.cancel(viewer, id));
    }

    private Job job(Transfer transfer) {
        return Job.of(transfer, transfer.message() == null ? null : wording.of(transfer.message()));
    }

    @GetMapping("/transfers")
    @SignedIn
    Page<TransferView> list(Viewer viewer, HttpServletRequest request) {
        Locale locale = Languages.of(request);
        return Page.of(transfers.list(viewer)
                .stream()
                .map(transfer -> TransferView.of(transfer, name(viewer, transfer, locale)))
                .toList());
    }

    @DeleteMapping("/transfers/{id}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Viewer viewer, @PathVariable UUID id) {
        transfers.discard(viewer, id);
    }

    /** A table may have gone meanwhile. */
    private String name(Viewer viewer, Transfer transfer, Locale locale) {
        try {
            return targets.of(transfer.subject()).name(viewer, locale);
        } catch (Misuse.NotFound gone) {
            return Objects.requireNonNullElse(transfer.subject().table(), "");
        }
    }
}
