package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class PersonController {

    record Transfer(tools.jackson.databind.@Nullable JsonNode unit, @Nullable LocalDate from) {}

    record Batch(@Nullable List<PersonInput> items) {}

    record BatchAnswer(List<PeopleBatch.Outcome> items) {}

    private static final int LARGEST_BATCH = 5000;

    private final People people;
    private final PeopleBatch batch;
    private final PersonAccounts accounts;
    private final Today today;

    PersonController(People people, PeopleBatch batch, PersonAccounts accounts, Today today) {
        this.people = people;
        this.batch = batch;
        this.accounts = accounts;
        this.today = today;
    }

    @GetMapping("/people")
    @Requires(Permission.PEOPLE_READ)
    Page<PersonView> list(Viewer viewer, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String unit, @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean total) {
        Rights rights = today.rightsOf(viewer);
        Set<UUID> withAccount = accounts.of(viewer.tenant());
        return new PeopleQuery(q, unit, below, active, role, limit, cursor, total).run(rights)
                .map(person -> PersonView.of(person, rights, withAccount));
    }

    @GetMapping("/people/{person}")
    @Requires(Permission.PEOPLE_READ)
    PersonView one(Viewer viewer, @PathVariable String person) {
        Rights rights = today.rightsOf(viewer);
        Person found = References.person(rights.directory(), person);
        if (found == null || !rights.knows(found))
            throw new Misuse.NotFound("person", person);
        return PersonView.of(found, rights, accounts.of(viewer.tenant()));
    }

    @PostMapping("/people")
    @Requires(Permission.PEOPLE_WRITE)
    ResponseEntity<PersonView> create(Viewer viewer, @RequestBody PersonInput body) {
        Person person = people.create(viewer, body);
        return ResponseEntity.created(URI.create("/api/v1/people/" + person.code())).body(stored(viewer, person));
    }

    @PatchMapping("/people/{person}")
    @Requires(Permission.PEOPLE_WRITE)
    PersonView change(Viewer viewer, @PathVariable String person, @RequestBody PersonInput body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return stored(viewer, people.change(viewer, person, body, version(ifMatch)));
    }

    @PostMapping("/people/{person}:transfer")
    @Requires(Permission.PEOPLE_WRITE)
    PersonView transfer(Viewer viewer, @PathVariable String person, @RequestBody Transfer body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return stored(viewer, people.transfer(viewer, person, body.unit(), body.from(), version(ifMatch)));
    }

    @PostMapping("/people:batch")
    @Requires(Permission.PEOPLE_WRITE)
    BatchAnswer batch(Viewer viewer, @RequestBody Batch body, @RequestParam(defaultValue = "false") boolean atomic,
            @RequestParam(required = false) @Nullable String onExisting) {
        List<PersonInput> items = body.items();
        if (items == null)
            throw new Misuse.Malformed(Problem.at("items", "required"));
        if (items.size() > LARGEST_BATCH)
            throw new Misuse.Malformed(Problem.at("items", "too-many-items", Map.of("max", LARGEST_BATCH)));
        return new BatchAnswer(batch.take(viewer, items, onExisting(onExisting), atomic));
    }

    private static PeopleBatch.OnExisting onExisting(@Nullable String asked) {
        return switch (asked) {
            case null -> PeopleBatch.OnExisting.COMPARE;
            case "skip" -> PeopleBatch.OnExisting.SKIP;
            case "update" -> PeopleBatch.OnExisting.UPDATE;
            default -> throw new Misuse.Malformed(
                    Problem.at("onExisting", "not-one-of", Map.of("options", "skip, update")));
        };
    }

    private PersonView stored(Viewer viewer, Person person) {
        Rights rights = today.rightsOf(viewer);
        Person now = rights.directory().person(person.id());
        return PersonView.of(now == null ? person : now, rights, accounts.of(viewer.tenant()));
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*"))
            return null;
        try {
            return Long.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException broken) {
            throw new Misuse.Malformed(Problem.at("If-Match", "bad-version"));
        }
    }
}
