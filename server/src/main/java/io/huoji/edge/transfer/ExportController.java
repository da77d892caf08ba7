package io.huoji.edge.transfer;

import io.huoji.edge.api.Languages;
import io.huoji.edge.transfer.sheet.SheetFormat;
import io.huoji.platform.access.AlsoAfterTrial;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.View;
import io.huoji.platform.table.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1")
class ExportController {

    private final Exports exports;
    private final OwnTransfers transfers;
    private final TransferFiles files;
    private final ImportTemplates templates;
    private final Views views;

    ExportController(Exports exports, OwnTransfers transfers, TransferFiles files, ImportTemplates templates,
            Views views) {
        this.exports = exports;
        this.transfers = transfers;
        this.files = files;
        this.templates = templates;
        this.views = views;
    }

    /** What of a table; absent parts are those of the view, else everything. {@code later}: as a job in any case. */
    record OfTable(@Nullable String format, @Nullable String view, @Nullable List<String> columns,
            @Nullable JsonNode filter, @Nullable String sort, @Nullable Boolean ids, @Nullable Boolean later) {}

    @AlsoAfterTrial
    @PostMapping("/tables/{key}/records:export")
    @Requires(Permission.RECORDS_READ)
    ResponseEntity<?> records(Viewer viewer, @PathVariable String key, @RequestBody OfTable body,
            HttpServletRequest request) {
        JsonNode view = body.view() == null ? null : view(viewer, key, body.view());
        JsonNode filter = body.filter() == null && view != null ? view.path("filter") : body.filter();
        String sort = body.sort() == null && view != null ? view.path("sort").asString("") : body.sort();
        List<String> columns = body.columns() == null && view != null ? shown(view) : body.columns();
        boolean isFiltered = filter != null && !filter.isNull() && !filter.isMissingNode();
        return answer(viewer, Subject.table(key), new ExportWish(format(body.format()), columns,
                isFiltered ? String.valueOf(filter) : null, sort, Boolean.TRUE.equals(body.ids()),
                Boolean.TRUE.equals(body.later()), null, null),
                request);
    }

    private JsonNode view(Viewer viewer, String table, String key) {
        return views.list(viewer, table)
                .stream()
                .filter(view -> view.key().equals(key))
                .map(View::config)
                .findFirst()
                .orElseThrow(() -> new Misuse.NotFound("view", key));
    }

    /** Null, so all, where the view names no columns. */
    private static @Nullable List<String> shown(JsonNode view) {
        List<String> shown = view.path("columns")
                .valueStream()
                .filter(column -> !column.path("hidden").asBoolean(false))
                .map(column -> column.path("field").asString(""))
                .toList();
        return shown.isEmpty() ? null : shown;
    }

    /** Which people. */
    record OfPeople(@Nullable String format, @Nullable String unit, @Nullable Boolean active) {}

    @AlsoAfterTrial
    @PostMapping("/people:export")
    @Requires(Permission.PEOPLE_READ)
    ResponseEntity<?> people(Viewer viewer, @RequestBody OfPeople body, HttpServletRequest request) {
        return answer(viewer, Subject.PEOPLE,
                new ExportWish(format(body.format()), null, null, null, false, false, body.unit(), body.active()),
                request);
    }

    record OfUnits(@Nullable String format) {}

    @AlsoAfterTrial
    @PostMapping("/units:export")
    @SignedIn
    ResponseEntity<?> units(Viewer viewer, @RequestBody OfUnits body, HttpServletRequest request) {
        return answer(viewer, Subject.UNITS,
                new ExportWish(format(body.format()), null, null, null, false, false, null, null), request);
    }

    private static SheetFormat format(@Nullable String word) {
        return Downloads.format(word == null ? "xlsx" : word);
    }

    private ResponseEntity<?> answer(Viewer viewer, Subject subject, ExportWish wish, HttpServletRequest request) {
        return switch (exports.export(viewer, subject, wish, Languages.of(request))) {
            case Exports.Outcome.Ready ready -> Downloads.of(ready.name(), wish.format(), ready.content());
            case Exports.Outcome.Begun begun -> JobController.accepted(begun.transfer());
        };
    }

    @GetMapping("/exports/{id}/file")
    @SignedIn
    ResponseEntity<Resource> file(Viewer viewer, @PathVariable UUID id) {
        Transfer transfer = transfers.byId(viewer, id, Transfer.Kind.EXPORT);
        if (transfer.state() != Transfer.State.DONE || !files.isThere(viewer.tenant(), id))
            throw new Misuse.Conflict(Problem.at("", "export-not-ready"));
        String name = transfer.fileName();
        return Downloads.of(name, Downloads.format(name.substring(name.lastIndexOf('.') + 1)),
                files.place(viewer.tenant(), id));
    }

    @GetMapping("/tables/{key}/records:template")
    @Requires(Permission.RECORDS_IMPORT)
    ResponseEntity<Resource> recordsTemplate(Viewer viewer, @PathVariable String key,
            @RequestParam(defaultValue = "xlsx") String format, HttpServletRequest request) {
        return template(viewer, Subject.table(key), format, request);
    }

    @GetMapping("/people:template")
    @Requires(Permission.PEOPLE_WRITE)
    ResponseEntity<Resource> peopleTemplate(Viewer viewer, @RequestParam(defaultValue = "xlsx") String format,
            HttpServletRequest request) {
        return template(viewer, Subject.PEOPLE, format, request);
    }

    @GetMapping("/units:template")
    @Requires(Permission.PEOPLE_WRITE)
    ResponseEntity<Resource> unitsTemplate(Viewer viewer, @RequestParam(defaultValue = "xlsx") String format,
            HttpServletRequest request) {
        return template(viewer, Subject.UNITS, format, request);
    }

    private ResponseEntity<Resource> template(Viewer viewer, Subject subject, String word,
            HttpServletRequest request) {
        SheetFormat format = Downloads.format(word);
        return Downloads.of(templates.name(viewer, subject, format, Languages.of(request)), format,
                templates.of(viewer, subject, format, Languages.of(request)));
    }
}
