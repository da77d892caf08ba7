package io.huoji.platform.comment;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Rights;
import io.huoji.platform.table.RecordRow;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may be named in a comment on a record: whoever may read it, as far as the viewer may know of them. Beside the people in
 * sight that is everybody who has written in the record, since their names stand in its history.
 */
@Component
class Readers {

    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;

    Readers(Directories directories, Tenants tenants, Clock clock) {
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** One record with those who may be named in its comments. */
    record Circle(Directory directory, LocalDate today, Rights rights, RecordRow row, Set<UUID> writers) {

        boolean has(Person person) {
            return (rights.knows(person) || writers.contains(person.id())) && mayRead(person);
        }

        private boolean mayRead(Person person) {
            return person.active() && directory.permissionsOf(person).contains(Permission.RECORDS_READ)
                    && directory.scopeOf(person, today).covers(row.unit(), row.subject());
        }

        /** The reader of that code or id. */
        @Nullable
        UUID named(String codeOrId) {
            UUID id = Ids.parse(codeOrId);
            Person person = id == null ? directory.personByCode(codeOrId) : directory.person(id);
            return person != null && has(person) ? person.id() : null;
        }

        /** The first readers whose name, pinyin or code fits, in order of name. */
        List<Person> search(@Nullable String words, int limit) {
            String q = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
            return directory.people().stream()
                    .filter(person -> q.isEmpty() || fits(person, q))
                    .filter(this::has)
                    .limit(limit)
                    .toList();
        }

        private static boolean fits(Person person, String q) {
            return person.name().toLowerCase(Locale.ROOT).contains(q)
                    || person.nameKey().contains(q.replace(" ", "")) || person.code().startsWith(q);
        }
    }

    Circle of(Viewer viewer, RecordRow row, Set<UUID> writers) {
        Directory directory = directories.of(viewer.tenant());
        LocalDate today = tenants.byId(viewer.tenant()).dayOf(clock.instant());
        return new Circle(directory, today, new Rights(viewer, directory, today), row, writers);
    }
}
