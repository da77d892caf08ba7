package io.huoji.performance.action;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The scenes of a tenant and their changes. */
@Service
public class Scenes {

    /** What is said of a scene; what is null stays, or takes its default. */
    public record Draft(@Nullable String key, @Nullable String name, @Nullable String description,
            @Nullable Integer position) {}

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4000;

    private final Nodes nodes;
    private final AnchorRepository repository;
    private final TenantTransactions transactions;
    private final Stamps stamps;

    Scenes(Nodes nodes, AnchorRepository repository, TenantTransactions transactions, Stamps stamps) {
        this.nodes = nodes;
        this.repository = repository;
        this.transactions = transactions;
        this.stamps = stamps;
    }

    Scene known(TenantId tenant, String key) {
        var scene = nodes.of(tenant).scene(key);
        if (scene == null) {
            throw new Misuse.NotFound("scene", key);
        }
        return scene;
    }

    public Scene create(Viewer viewer, Draft draft) {
        var key = draft.key() == null ? fresh(viewer.tenant()) : draft.key();
        return change(viewer.tenant(), key, () -> {
            var position = draft.position() == null ? nodes.of(viewer.tenant()).scenes().size() : draft.position();
            var scene = new Scene(Ids.next(), key, text(draft.name()), text(draft.description()), position, 1);
            check(scene);
            repository.insert(viewer.tenant(), scene);
            return scene;
        });
    }

    public Scene change(Viewer viewer, String key, Draft draft, @Nullable Long ifMatch) {
        return change(viewer.tenant(), key, () -> {
            var old = known(viewer.tenant(), key);
            if (ifMatch != null && ifMatch != old.version()) {
                throw new Misuse.Stale(old.version());
            }
            if (draft.key() != null && !draft.key().equals(key)) {
                throw new Misuse.Refused(Problem.at("key", "can-not-change"));
            }
            var scene = new Scene(old.id(), key, draft.name() == null ? old.name() : text(draft.name()),
                    draft.description() == null ? old.description() : text(draft.description()),
                    draft.position() == null ? old.position() : draft.position(), old.version() + 1);
            check(scene);
            repository.update(viewer.tenant(), scene);
            return scene;
        });
    }

    /** Its nodes stay, without a scene. */
    void delete(Viewer viewer, String key) {
        change(viewer.tenant(), key, () -> {
            var scene = known(viewer.tenant(), key);
            repository.delete(viewer.tenant(), scene);
            return scene;
        });
    }

    private Scene change(TenantId tenant, String key, Supplier<Scene> work) {
        try {
            return transactions.in(tenant, () -> {
                stamps.bump(tenant);
                return work.get();
            });
        } catch (DuplicateKeyException taken) {
            throw new Misuse.Conflict(Problem.at("key", "key-taken", Map.of("value", key)));
        }
    }

    private String fresh(TenantId tenant) {
        return IntStream.iterate(1, number -> number + 1).mapToObj(number -> "scene-" + number)
                .filter(key -> nodes.of(tenant).scene(key) == null).findFirst().orElseThrow();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static void check(Scene scene) {
        List<Problem> problems = new ArrayList<>();
        if (!Keys.isKey(scene.key())) {
            problems.add(Problem.at("key", "bad-key"));
        }
        if (scene.name().isEmpty()) {
            problems.add(Problem.at("name", "required"));
        }
        if (scene.name().length() > LONGEST_NAME) {
            problems.add(Problem.at("name", "too-long", Map.of("max", LONGEST_NAME)));
        }
        if (scene.description().length() > LONGEST_TEXT) {
            problems.add(Problem.at("description", "too-long", Map.of("max", LONGEST_TEXT)));
        }
        if ((scene.name() + scene.description()).indexOf('\0') >= 0) {
            problems.add(Problem.at("", "bad-character"));
        }
        if (!problems.isEmpty()) {
            throw new Misuse.Refused(problems);
        }
    }
}
