package io.huoji.edge.market;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The apps of a tenant: what was installed, from a template or a file, and how it comes in. */
@Service
class Apps {

    /**
     * How a file is to be brought in.
     *
     * @param isPreview store nothing, only say what would become of it
     * @param rename    give what is new another key where its own is taken
     * @param language  in which its texts are
     */
    record Way(boolean isPreview, boolean rename, String language) {}

    /** Ends a preview after everything has been tried: the transaction takes it all back. */
    private static final class Previewed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Diff diff;

        Previewed(Diff diff) {
            super(null, null, false, false);
            this.diff = diff;
        }
    }

    private final AppRepository repository;
    private final Contents contents;
    private final PartWriter writer;
    private final SampleData samples;
    private final TenantTransactions transactions;
    private final Clock clock;

    Apps(AppRepository repository, Contents contents, PartWriter writer, SampleData samples,
            TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.contents = contents;
        this.writer = writer;
        this.samples = samples;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<Installed> all(Viewer viewer) {
        return transactions.in(viewer.tenant(), () -> repository.all(viewer.tenant()));
    }

    @Nullable
    Installed find(Viewer viewer, String key) {
        return transactions.in(viewer.tenant(), () -> repository.find(viewer.tenant(), key));
    }

    Installed known(Viewer viewer, String key) {
        Installed app = find(viewer, key);
        if (app == null)
            throw new Misuse.NotFound("app", key);
        return app;
    }

    /**
     * Brings the file in, all of it or nothing; an app that is here is upgraded.
     *
     * @param plan sample data to make with it; null: only those that the file carries
     */
    Diff bring(Viewer viewer, AppFile file, Way way, @Nullable SamplePlan plan) {
        viewer.needs(Permission.MODEL_WRITE);
        viewer.needs(Permission.NODES_WRITE);
        if (file.of(Kind.ROLE).findAny().isPresent())
            viewer.needs(Permission.ROLES_WRITE);
        if (plan != null)
            SampleData.NEEDED.forEach(viewer::needs);
        try {
            return transactions.in(viewer.tenant(), () -> bringIn(viewer, file, way, plan));
        } catch (Previewed done) {
            return done.diff;
        }
    }

    private Diff bringIn(Viewer viewer, AppFile file, Way way, @Nullable SamplePlan plan) {
        Installed before = repository.find(viewer.tenant(), file.key());
        var pass = new AppImport(viewer, file, before, way.rename(), contents, writer);
        pass.run();
        Diff diff = new Diff(file.key(), file.name(), before == null ? "" : before.version(), file.version(),
                way.isPreview(), pass.items());
        if (way.isPreview())
            throw new Previewed(diff);
        pass.refuseConflicts();
        Installed after = new Installed(before == null ? Ids.next() : before.id(), file.key(), file.name(),
                file.version(), file.description(), before == null ? way.language() : before.language(),
                before == null ? clock.instant() : before.installedAt(), clock.instant(), pass.held());
        repository.save(viewer.tenant(), after);
        if (plan != null)
            samples.make(viewer, after, plan);
        else if (before == null && !file.records().isEmpty())
            samples.take(viewer, after, file.records());
        return diff;
    }
}
