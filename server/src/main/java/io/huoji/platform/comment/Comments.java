package io.huoji.platform.comment;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Person;
import io.huoji.platform.table.RecordRow;
import io.huoji.platform.table.Records;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The comments on records. Whoever may read a record may comment on it; a comment is its author's to change, and to remove also
 * for those who may delete records.
 */
@Service
public class Comments {

    private final CommentRepository repository;
    private final Records records;
    private final Readers readers;
    private final TenantTransactions transactions;
    private final Clock clock;

    Comments(CommentRepository repository, Records records, Readers readers, TenantTransactions transactions,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.readers = readers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A page of what was said, newest first. */
    public Page<Comment> of(Viewer viewer, UUID record, int limit, @Nullable UUID before, boolean total) {
        return transactions.in(viewer.tenant(), () -> {
            records.byId(viewer, record);
            List<Comment> found = repository.page(viewer.tenant(), record, before, limit + 1);
            List<Comment> shown = found.subList(0, Math.min(limit, found.size()));
            return new Page<>(List.copyOf(shown), found.size() > limit ? shown.getLast().id().toString() : null,
                    total ? (Long) repository.count(viewer.tenant(), record) : null);
        });
    }

    /** Those who may be named in a comment on the record, by a part of their name, its pinyin or their code. */
    public List<Person> readers(Viewer viewer, UUID record, @Nullable String words, int limit) {
        return transactions.in(viewer.tenant(), () -> circle(viewer, records.byId(viewer, record).row())
                .search(words, limit));
    }

    public Comment add(Viewer viewer, UUID record, @Nullable String text) {
        needsToWrite(viewer);
        return transactions.in(viewer.tenant(), () -> {
            String body = read(viewer, records.byId(viewer, record).row(), text);
            Comment comment = new Comment(Ids.next(), record, viewer.person(), body, now(), null);
            repository.insert(viewer.tenant(), comment);
            mention(viewer, comment);
            return comment;
        });
    }

    public Comment change(Viewer viewer, UUID record, UUID id, @Nullable String text) {
        needsToWrite(viewer);
        return transactions.in(viewer.tenant(), () -> {
            RecordRow row = records.byId(viewer, record).row();
            Comment old = find(viewer, record, id);
            if (!isOwn(viewer, old))
                throw new Misuse.Forbidden(Problem.at("", "comment-of-other"));
            String body = read(viewer, row, text);
            if (body.equals(old.text()))
                return old;
            Comment changed = new Comment(id, record, old.author(), body, old.createdAt(), now());
            repository.change(viewer.tenant(), changed);
            mention(viewer, changed);
            return changed;
        });
    }

    public void remove(Viewer viewer, UUID record, UUID id) {
        needsToWrite(viewer);
        transactions.run(viewer.tenant(), () -> {
            records.byId(viewer, record);
            if (!isOwn(viewer, find(viewer, record, id)))
                viewer.needs(Permission.RECORDS_DELETE);
            repository.delete(viewer.tenant(), id);
        });
    }

    /** A token that was made for reading does not write. */
    private static void needsToWrite(Viewer viewer) {
        viewer.needs(viewer.kind() == Viewer.Kind.SESSION ? Permission.RECORDS_READ : Permission.RECORDS_UPDATE);
    }

    private Comment find(Viewer viewer, UUID record, UUID id) {
        return repository.find(viewer.tenant(), record, id).orElseThrow(() -> new Misuse.NotFound("comment", id));
    }

    private static boolean isOwn(Viewer viewer, Comment comment) {
        return comment.author() != null && comment.author().equals(viewer.person());
    }

    private String read(Viewer viewer, RecordRow row, @Nullable String text) {
        List<Problem> problems = new ArrayList<>();
        String body = MentionText.read(text, circle(viewer, row)::named, problems);
        if (!problems.isEmpty())
            throw new Misuse.Refused(problems);
        return body;
    }

    private Readers.Circle circle(Viewer viewer, RecordRow row) {
        Set<UUID> writers = new HashSet<>(repository.authors(viewer.tenant(), row.id()));
        for (UUID person : java.util.Arrays.asList(row.subject(), row.trace().createdBy(), row.trace().updatedBy()))
            if (person != null)
                writers.add(person);
        return readers.of(viewer, row, writers);
    }

    /** Nobody is told of what they said themselves. */
    private void mention(Viewer viewer, Comment comment) {
        Set<UUID> people = MentionText.mentioned(comment.text());
        if (comment.author() != null)
            people.remove(comment.author());
        repository.mention(viewer.tenant(), comment.id(), people);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
