package io.huoji.edge.transfer;

import io.huoji.edge.api.Languages;
import io.huoji.edge.api.Messages;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportPlan;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1")
class ImportController {

    private static final int SHOWN = 50;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final OwnTransfers transfers;
    private final Targets targets;
    private final ErrorFile errors;
    private final Messages messages;

    ImportController(Imports imports, OwnTransfers transfers, Targets targets, ErrorFile errors, Messages messages) {
        this.imports = imports;
        this.transfers = transfers;
        this.targets = targets;
        this.errors = errors;
        this.messages = messages;
    }

    @PostMapping("/tables/{key}/records:import")
    @Requires(Permission.RECORDS_IMPORT)
    ResponseEntity<ImportView> records(Viewer viewer, @PathVariable String key, HttpServletRequest request,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) throws IOException {
        return received(viewer, Subject.table(key), file, request);
    }

    @PostMapping("/people:import")
    @Requires(Permission.PEOPLE_WRITE)
    ResponseEntity<ImportView> people(Viewer viewer, HttpServletRequest request,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) throws IOException {
        return received(viewer, Subject.PEOPLE, file, request);
    }

    @PostMapping("/units:import")
    @Requires(Permission.PEOPLE_WRITE)
    ResponseEntity<ImportView> units(Viewer viewer, HttpServletRequest request,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) throws IOException {
        return received(viewer, Subject.UNITS, file, request);
    }

    private ResponseEntity<ImportView> received(Viewer viewer, Subject subject, @Nullable MultipartFile file,
            HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/"))
            throw new Misuse.BadFile(false, Problem.at("", "not-multipart", Map.of("type", String.valueOf(type))));
        if (file == null)
            throw new Misuse.Malformed(Problem.at("file", "required"));
        try (InputStream content = file.getInputStream()) {
            Transfer transfer = imports.receive(viewer, subject, name(file), content, Languages.of(request));
            return ResponseEntity.created(URI.create("/api/v1/imports/" + transfer.id()))
                    .body(view(viewer, transfer, request));
        }
    }

    private static String name(MultipartFile file) {
        String given = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String name = given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    @GetMapping("/imports/{id}")
    @SignedIn
    ImportView one(Viewer viewer, @PathVariable UUID id, HttpServletRequest request) {
        return view(viewer, transfers.byId(viewer, id, Transfer.Kind.IMPORT), request);
    }

    record Change(@Nullable Integer sheet, @Nullable Integer headerRow, @Nullable List<String> mapping,
            @Nullable String match, @Nullable String mode, @Nullable Boolean emptyClears) {

        Imports.Change read() {
            return new Imports.Change(sheet, headerRow, mapping, match, mode == null ? null : mode(mode), emptyClears);
        }

        private static ImportPlan.Mode mode(String word) {
            return switch (word) {
                case "upsert" -> ImportPlan.Mode.UPSERT;
                case "create" -> ImportPlan.Mode.CREATE;
                case "update" -> ImportPlan.Mode.UPDATE;
                default -> throw new Misuse.Malformed(Problem.at("mode", "unknown-value", Map.of("value", word)));
            };
        }
    }

    @PatchMapping("/imports/{id}")
    @SignedIn
    ImportView change(Viewer viewer, @PathVariable UUID id, @RequestBody Change body, HttpServletRequest request) {
        return view(viewer, imports.change(viewer, id, body.read(), Languages.of(request)), request);
    }

    @PostMapping("/imports/{id}:check")
    @SignedIn
    ResponseEntity<JobController.Job> check(Viewer viewer, @PathVariable UUID id, HttpServletRequest request) {
        return JobController.accepted(imports.check(viewer, id, Languages.of(request)));
    }

    @PostMapping("/imports/{id}:run")
    @SignedIn
    ResponseEntity<JobController.Job> run(Viewer viewer, @PathVariable UUID id, HttpServletRequest request) {
        return JobController.accepted(imports.run(viewer, id, Languages.of(request)));
    }

    @GetMapping("/imports/{id}/problems")
    @SignedIn
    Page<ImportView.Row> problems(Viewer viewer, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Transfer transfer = transfers.byId(viewer, id, Transfer.Kind.IMPORT);
        return Page.of(ImportView.rows(
                imports.problems(viewer, id, after == null ? 0 : after, Page.limit(limit)),
                Objects.requireNonNull(transfer.shape()), imports.settings(transfer)));
    }

    @GetMapping("/imports/{id}/errors")
    @SignedIn
    ResponseEntity<Resource> errors(Viewer viewer, @PathVariable UUID id, HttpServletRequest request) {
        Transfer transfer = transfers.byId(viewer, id, Transfer.Kind.IMPORT);
        Locale locale = Languages.of(request);
        String name = transfer.fileName().replaceFirst("\\.[^.]*$", "");
        var format = Objects.requireNonNull(transfer.shape()).file().format();
        return Downloads.of("%s %s.%s".formatted(name, messages.of("transfer.error.sheet", locale),
                format.extension()), format, errors.of(viewer.tenant(), transfer, locale));
    }

    private ImportView view(Viewer viewer, Transfer transfer, HttpServletRequest request) {
        List<RowProblems> problems = imports.problems(viewer, transfer.id(), 0, SHOWN);
        return ImportView.of(viewer, transfer, imports.settings(transfer), targets.of(transfer.subject()), problems,
                Languages.of(request));
    }
}
