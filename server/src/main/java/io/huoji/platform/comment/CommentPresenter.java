package io.huoji.platform.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.Tenants;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says comments as the API answers them. */
@Component
class CommentPresenter {

    private final Directories directories;
    private final Tenants tenants;

    CommentPresenter(Directories directories, Tenants tenants) {
        this.directories = directories;
        this.tenants = tenants;
    }

    /** A person where they are named. */
    record Name(UUID id, String code, String name) {

        static Name of(Person person) {
            return new Name(person.id(), person.code(), person.name());
        }
    }

    /** A comment as the API answers it; {@code mentions} are the people whom its text names by id. */
    record CommentAnswer(UUID id, UUID record, @JsonInclude @Nullable Name author, String text, List<Name> mentions,
            OffsetDateTime createdAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OffsetDateTime editedAt) {}

    CommentAnswer one(Viewer viewer, Comment comment) {
        Directory directory = directories.of(viewer.tenant());
        List<Name> mentions = MentionText.mentioned(comment.text()).stream()
                .map(directory::person)
                .filter(Objects::nonNull)
                .map(Name::of)
                .toList();
        Person author = comment.author() == null ? null : directory.person(comment.author());
        return new CommentAnswer(comment.id(), comment.record(), author == null ? null : Name.of(author),
                comment.text(), mentions, Objects.requireNonNull(at(viewer, comment.createdAt())),
                at(viewer, comment.editedAt()));
    }

    @Nullable
    OffsetDateTime at(Viewer viewer, @Nullable Instant instant) {
        return instant == null ? null : instant.atZone(tenants.byId(viewer.tenant()).zone()).toOffsetDateTime();
    }
}
