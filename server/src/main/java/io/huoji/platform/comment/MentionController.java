package io.huoji.platform.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.comment.CommentPresenter.CommentAnswer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.table.Records;
import io.huoji.platform.table.StoredRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
class MentionController {

    private final Mentions mentions;
    private final Records records;
    private final CommentPresenter presenter;

    MentionController(Mentions mentions, Records records, CommentPresenter presenter) {
        this.mentions = mentions;
        this.records = records;
        this.presenter = presenter;
    }

    /** A mention with the record that it is about. */
    record MentionAnswer(CommentAnswer comment, ObjectNode record,
            @JsonInclude @Nullable OffsetDateTime readAt) {}

    record Which(@Nullable UUID comment, @Nullable UUID record) {}

    @Requires(Permission.RECORDS_READ)
    @GetMapping("/mentions")
    Page<MentionAnswer> list(Viewer viewer, @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean total) {
        Page<Mention> page = mentions.of(viewer, unread, Page.limit(limit), CommentController.place(cursor), total);
        Map<UUID, StoredRecord> about = records.byIds(viewer,
                page.items().stream().map(mention -> mention.comment().record()).distinct().toList());
        List<MentionAnswer> shown = page.items().stream()
                .filter(mention -> about.containsKey(mention.comment().record()))
                .map(mention -> answer(viewer, mention, about))
                .toList();
        return new Page<>(shown, page.nextCursor(), page.total());
    }

    private MentionAnswer answer(Viewer viewer, Mention mention, Map<UUID, StoredRecord> about) {
        StoredRecord record = java.util.Objects.requireNonNull(about.get(mention.comment().record()));
        return new MentionAnswer(presenter.one(viewer, mention.comment()), record.json(),
                presenter.at(viewer, mention.readAt()));
    }

    @Requires(Permission.RECORDS_READ)
    @PostMapping("/mentions:read")
    ResponseEntity<Void> read(Viewer viewer, @RequestBody Which body) {
        mentions.read(viewer, body.comment(), body.record());
        return ResponseEntity.noContent().build();
    }
}
