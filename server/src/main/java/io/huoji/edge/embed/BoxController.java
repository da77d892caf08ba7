package io.huoji.edge.embed;

import io.huoji.edge.api.Languages;
import io.huoji.edge.api.Messages;
import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Open to all because the ticket in the header says who, not a session or token; nothing here works without one. */
@RestController
@RequestMapping("/embed/v1")
class BoxController {

    private static final List<String> TEXTS = List.of("question", "submitted", "undo", "left", "undone", "close",
            "note", "photo", "sound", "optional", "added", "answered", "failed");

    private final Tickets tickets;
    private final Box box;
    private final Messages messages;

    BoxController(Tickets tickets, Box box, Messages messages) {
        this.tickets = tickets;
        this.box = box;
        this.messages = messages;
    }

    record NodeName(String key, String name) {}

    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    record Question(NodeName node, String hint, List<BoxForm.Level> levels, boolean takesNote, boolean takesFiles,
            String state, @Nullable Submitted answer, Map<String, String> texts) {}

    record Submitted(UUID recordId, String level) {
        static Submitted of(Box.Answer answer) {
            return new Submitted(answer.recordId(), answer.level());
        }
    }

    record NewSubmission(@Nullable String level, @Nullable String note, @Nullable List<UUID> files) {}

    record Addition(@Nullable String note, @Nullable List<UUID> files) {}

    record FileAnswer(UUID id, String name, String kind, String mediaType, long size) {}

    @OpenToAll
    @GetMapping("/question")
    Question ask(HttpServletRequest request) {
        Box.Question question = box.question(ticket(request));
        Locale locale = Languages.of(request);
        String name = question.node().name();
        String justDone = messages.of("box.done", locale);
        Map<String, String> texts = TEXTS.stream().collect(Collectors.toMap(Function.identity(),
                key -> messages.of("box." + key, locale).replace("{node}", name)));
        BoxForm form = question.form();
        return new Question(new NodeName(question.node().key(), name),
                question.object() == null ? justDone : question.object() + " · " + justDone, form.levels(),
                form.note() != null, form.evidence() != null, question.answer() == null ? "open" : "answered",
                question.answer() == null ? null : Submitted.of(question.answer()), texts);
    }

    @OpenToAll
    @PostMapping("/submissions")
    ResponseEntity<Submitted> submit(HttpServletRequest request, @RequestBody NewSubmission body) {
        Ticket ticket = ticket(request);
        if (body.level() == null)
            throw new Misuse.Malformed(Problem.at("level", "required"));
        Box.Answer answer = box.submit(ticket, body.level(), body.note(), files(body.files()));
        return ResponseEntity.status(answer.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(Submitted.of(answer));
    }

    @OpenToAll
    @PatchMapping("/submissions")
    Submitted add(HttpServletRequest request, @RequestBody Addition body) {
        return Submitted.of(box.add(ticket(request), body.note(), files(body.files())));
    }

    @OpenToAll
    @DeleteMapping("/submissions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(HttpServletRequest request) {
        box.takeBack(ticket(request));
    }

    @OpenToAll
    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FileAnswer send(HttpServletRequest request, @RequestParam("file") MultipartFile file) throws IOException {
        Ticket ticket = ticket(request);
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            var stored = box.store(ticket, content, name == null ? "" : name);
            return new FileAnswer(stored.id(), stored.name(), stored.kind(), stored.mediaType(), stored.size());
        }
    }

    private Ticket ticket(HttpServletRequest request) {
        return tickets.open(request.getHeader(HttpHeaders.AUTHORIZATION), PageOrigin.of(request));
    }

    private static List<UUID> files(@Nullable List<UUID> given) {
        List<UUID> files = given == null ? List.of() : given;
        if (files.size() > Box.MOST_FILES)
            throw new Misuse.Refused(Problem.at("files", "too-many-files", Map.of("max", Box.MOST_FILES)));
        if (files.stream().anyMatch(java.util.Objects::isNull))
            throw new Misuse.Malformed(Problem.at("files", "required"));
        return files.stream().distinct().toList();
    }
}
