package io.huoji.edge.market;

import io.huoji.platform.access.AlsoAfterTrial;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
class AppController {

    /**
     * An installed app.
     *
     * @param latest the newer version of its template, if there is one
     * @param tables keys of its tables here
     */
    record AppAnswer(String key, String name, String description, String version, @Nullable String latest,
            Instant installedAt, Instant updatedAt, List<String> tables, SampleData.Amount sample) {}

    /** What becomes of one part. */
    record ItemAnswer(String kind, String key, @Nullable String localKey, String name, String state,
            List<String> changed, List<String> kept) {}

    /** What bringing a file in does or would do. */
    record DiffAnswer(String app, String name, @Nullable String from, String to, boolean preview,
            List<ItemAnswer> items) {

        static DiffAnswer of(Diff diff) {
            return new DiffAnswer(diff.app(), diff.name(), diff.from().isEmpty() ? null : diff.from(), diff.to(),
                    diff.isPreview(), diff.items().stream().map(DiffAnswer::item).toList());
        }

        private static ItemAnswer item(Diff.Item item) {
            return new ItemAnswer(item.kind().list, item.key(), item.localKey().isEmpty() ? null : item.localKey(),
                    item.name(), item.state().key(), item.changed(), item.kept());
        }
    }

    private final Apps apps;
    private final AppExport export;
    private final SampleData samples;
    private final Templates templates;

    AppController(Apps apps, AppExport export, SampleData samples, Templates templates) {
        this.apps = apps;
        this.export = export;
        this.samples = samples;
        this.templates = templates;
    }

    @GetMapping("/apps")
    @Requires(Permission.MODEL_READ)
    Page<AppAnswer> list(Viewer viewer) {
        return Page.of(apps.all(viewer)).map(app -> answer(viewer, app));
    }

    @GetMapping("/apps/{key}")
    @Requires(Permission.MODEL_READ)
    AppAnswer one(Viewer viewer, @PathVariable String key) {
        return answer(viewer, apps.known(viewer, key));
    }

    @AlsoAfterTrial
    @PostMapping("/apps/{key}:export")
    @Requires(Permission.MODEL_WRITE)
    ResponseEntity<ObjectNode> export(Viewer viewer, @PathVariable String key, @RequestBody AppExport.Wish body) {
        ObjectNode file = export.export(viewer, key, body);
        String name = "%s-%s.huoji-app.json".formatted(key, file.path("version").asString(""));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }

    /** The body is the file. */
    @PostMapping("/apps:import")
    @Requires(Permission.MODEL_WRITE)
    DiffAnswer bring(Viewer viewer, @RequestBody ObjectNode file,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "false") boolean rename) {
        return DiffAnswer.of(apps.bring(viewer, AppReading.read(file),
                new Apps.Way(preview, rename, TemplateController.language()), null));
    }

    @DeleteMapping("/apps/{key}/sample")
    @Requires(Permission.MODEL_WRITE)
    SampleData.Removal removeSample(Viewer viewer, @PathVariable String key) {
        return samples.remove(viewer, apps.known(viewer, key));
    }

    private AppAnswer answer(Viewer viewer, Installed app) {
        String latest = templates.version(app.key());
        return new AppAnswer(app.key(), app.name(), app.description(), app.version(),
                !latest.isEmpty() && Version.isNewer(latest, app.version()) ? latest : null, app.installedAt(),
                app.updatedAt(), app.of(Kind.TABLE).stream().map(Installed.Held::localKey).toList(),
                samples.amount(viewer, app));
    }
}
