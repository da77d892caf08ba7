package io.huoji.platform.comment;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where the viewer is named in comments. What lies in the recycle bin or beyond the viewer's rights by now is left out. */
@Service
public class Mentions {

    private final MentionRepository repository;
    private final TenantTransactions transactions;
    private final Clock clock;

    Mentions(MentionRepository repository, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A page of them, newest first. */
    public Page<Mention> of(Viewer viewer, boolean unread, int limit, @Nullable UUID before, boolean total) {
        viewer.needs(Permission.RECORDS_READ);
        if (viewer.person() == null)
            return new Page<>(List.of(), null, total ? 0L : null);
        return transactions.in(viewer.tenant(), () -> {
            List<Mention> found = repository.page(viewer, unread, before, limit + 1);
            List<Mention> shown = List.copyOf(found.subList(0, Math.min(limit, found.size())));
            return new Page<>(shown, found.size() > limit ? shown.getLast().comment().id().toString() : null,
                    total ? (Long) repository.count(viewer, unread) : null);
        });
    }

    /** Notes as read the one comment, those on one record, or all. */
    public void read(Viewer viewer, @Nullable UUID comment, @Nullable UUID record) {
        viewer.needs(Permission.RECORDS_READ);
        UUID person = viewer.person();
        if (person != null)
            transactions.run(viewer.tenant(),
                    () -> repository.read(viewer.tenant(), person, comment, record, clock.instant()));
    }
}
