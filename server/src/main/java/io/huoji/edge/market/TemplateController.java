package io.huoji.edge.market;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/templates")
class TemplateController {

    /** What a template's sample data are made of. */
    record SampleEntry(int weeks, int people, int units, int objects) {}

    /** A template as the catalogue shows it. */
    record Entry(String key, String collection, String name, String description, String version,
            @Nullable String installed, Brings brings, SampleEntry sample) {}

    /** What it brings, by name. */
    record Brings(List<String> tables, List<String> fields, List<String> views, List<String> scenes,
            List<String> nodes, List<String> roles, List<String> objectTypes, List<String> eventTypes) {

        static Brings of(AppFile file) {
            return new Brings(names(file, Kind.TABLE), names(file, Kind.FIELD), names(file, Kind.VIEW),
                    names(file, Kind.SCENE), names(file, Kind.NODE), names(file, Kind.ROLE),
                    names(file, Kind.OBJECT_TYPE), names(file, Kind.EVENT_TYPE));
        }

        private static List<String> names(AppFile file, Kind kind) {
            return file.of(kind).map(Part::name).toList();
        }
    }

    record Wish(@Nullable Boolean sampleData) {}

    private final Templates templates;
    private final Apps apps;

    TemplateController(Templates templates, Apps apps) {
        this.templates = templates;
        this.apps = apps;
    }

    @GetMapping
    @Requires(Permission.MODEL_READ)
    Page<Entry> list(Viewer viewer) {
        List<Installed> installed = apps.all(viewer);
        return Page.of(templates.all(language()).stream().map(template -> entry(template, installed)).toList());
    }

    @GetMapping("/{key}")
    @Requires(Permission.MODEL_READ)
    Entry one(Viewer viewer, @PathVariable String key) {
        return entry(templates.known(key, language()), apps.all(viewer));
    }

    /** Installed already: upgraded, in the language it was installed in. */
    @PostMapping("/{key}:install")
    @Requires(Permission.MODEL_WRITE)
    AppController.DiffAnswer install(Viewer viewer, @PathVariable String key, @RequestBody Wish body,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "false") boolean rename) {
        Installed before = apps.find(viewer, templates.known(key, language()).file().key());
        String language = before == null ? language() : before.language();
        var template = templates.known(key, language);
        return AppController.DiffAnswer.of(apps.bring(viewer, template.file(),
                new Apps.Way(preview, rename, language),
                Boolean.TRUE.equals(body.sampleData()) ? template.plan() : null));
    }

    private static Entry entry(Templates.Template template, List<Installed> installed) {
        AppFile file = template.file();
        SamplePlan plan = template.plan();
        String version = installed.stream().filter(app -> app.key().equals(file.key())).map(Installed::version)
                .findFirst().orElse(null);
        return new Entry(file.key(), file.collection(), file.name(), file.description(), file.version(), version,
                Brings.of(file), new SampleEntry(plan.weeks(), plan.people().size(), plan.units().size(),
                        plan.journey() == null ? 0 : plan.journey().objects().size()));
    }

    static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Bilingual.ENGLISH
                : Bilingual.CHINESE;
    }
}
