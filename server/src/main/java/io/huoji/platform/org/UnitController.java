package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/units")
class UnitController {

    /** A unit as answered; {@code people} counts who stands directly in it today, where the viewer may know. */
    record View(UUID id, String code, String name, @Nullable Ref parent, String kind, int position,
            @Nullable Integer people) {}

    private final Units units;
    private final Today today;

    UnitController(Units units, Today today) {
        this.units = units;
        this.today = today;
    }

    @GetMapping
    @SignedIn
    Page<View> list(Viewer viewer) {
        Rights rights = today.rightsOf(viewer);
        Set<UUID> known = rights.knownUnits();
        Map<UUID, Integer> people = peopleByUnit(rights);
        return Page.of(rights.directory()
                .units()
                .stream()
                .filter(unit -> known.contains(unit.id()))
                .map(unit -> view(unit, rights, people))
                .toList());
    }

    @GetMapping("/{unit}")
    @SignedIn
    View one(Viewer viewer, @PathVariable String unit) {
        Rights rights = today.rightsOf(viewer);
        return view(rights.unit(unit), rights, peopleByUnit(rights));
    }

    @PostMapping
    @Requires(Permission.PEOPLE_WRITE)
    ResponseEntity<View> create(Viewer viewer, @RequestBody UnitInput body) {
        Unit unit = units.create(viewer, body);
        return ResponseEntity.created(URI.create("/api/v1/units/" + unit.code())).body(one(viewer, unit));
    }

    @PatchMapping("/{unit}")
    @Requires(Permission.PEOPLE_WRITE)
    View change(Viewer viewer, @PathVariable String unit, @RequestBody UnitInput body) {
        return one(viewer, units.change(viewer, unit, body));
    }

    @DeleteMapping("/{unit}")
    @Requires(Permission.PEOPLE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable String unit) {
        units.delete(viewer, unit);
    }

    private View one(Viewer viewer, Unit unit) {
        Rights rights = today.rightsOf(viewer);
        return view(unit, rights, peopleByUnit(rights));
    }

    private static View view(Unit unit, Rights rights, Map<UUID, Integer> people) {
        return new View(unit.id(), unit.code(), unit.name(), Ref.unit(rights.directory(), unit.parent()), unit.kind(),
                unit.position(), rights.holds(unit.id()) ? people.getOrDefault(unit.id(), 0) : null);
    }

    private static Map<UUID, Integer> peopleByUnit(Rights rights) {
        Map<UUID, Integer> people = new HashMap<>();
        for (Person person : rights.directory().people()) {
            UUID unit = person.active() ? person.unitAt(rights.today()) : null;
            if (unit != null)
                people.merge(unit, 1, Integer::sum);
        }
        return people;
    }
}
