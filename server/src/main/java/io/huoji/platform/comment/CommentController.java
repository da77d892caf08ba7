package io.huoji.platform.comment;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.comment.CommentPresenter.CommentAnswer;
import io.huoji.platform.comment.CommentPresenter.Name;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/records/{id}")
class CommentController {

    private final Comments comments;
    private final CommentPresenter presenter;

    CommentController(Comments comments, CommentPresenter presenter) {
        this.comments = comments;
        this.presenter = presenter;
    }

    record Words(@Nullable String text) {}

    @Requires(Permission.RECORDS_READ)
    @GetMapping("/comments")
    Page<CommentAnswer> list(Viewer viewer, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean total) {
        return comments.of(viewer, id, Page.limit(limit), place(cursor), total)
                .map(comment -> presenter.one(viewer, comment));
    }

    @Requires(Permission.RECORDS_READ)
    @PostMapping("/comments")
    ResponseEntity<CommentAnswer> add(Viewer viewer, @PathVariable UUID id, @RequestBody Words body) {
        Comment comment = comments.add(viewer, id, body.text());
        return ResponseEntity.created(URI.create("/api/v1/records/%s/comments/%s".formatted(id, comment.id())))
                .body(presenter.one(viewer, comment));
    }

    @Requires(Permission.RECORDS_READ)
    @PatchMapping("/comments/{comment}")
    CommentAnswer change(Viewer viewer, @PathVariable UUID id, @PathVariable UUID comment, @RequestBody Words body) {
        return presenter.one(viewer, comments.change(viewer, id, comment, body.text()));
    }

    @Requires(Permission.RECORDS_READ)
    @DeleteMapping("/comments/{comment}")
    ResponseEntity<Void> remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID comment) {
        comments.remove(viewer, id, comment);
        return ResponseEntity.noContent().build();
    }

    @Requires(Permission.RECORDS_READ)
    @GetMapping("/readers")
    Page<Name> readers(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Page.of(comments.readers(viewer, id, q, Page.limit(limit)).stream().map(Name::of).toList());
    }

    /** A cursor is the id of the last comment of the page before. */
    static @Nullable UUID place(@Nullable String cursor) {
        UUID place = cursor == null ? null : Ids.parse(cursor);
        if (cursor != null && place == null)
            throw new Misuse.Malformed(Problem.at("cursor", "not-a-cursor"));
        return place;
    }
}
