package io.huoji.platform.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.access.AlsoAfterTrial;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Ref;
import io.huoji.platform.org.Unit;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    record NewToken(@Nullable String name, @Nullable List<String> scopes, @Nullable JsonNode unit,
            @Nullable OffsetDateTime expiresAt) {}

    /** A token as answered; {@code token}, the secret, only once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(UUID id, String name, List<String> scopes, @Nullable Ref unit, @Nullable Ref createdBy,
            Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable String token) {}

    private final Tokens tokens;
    private final Directories directories;

    TokenController(Tokens tokens, Directories directories) {
        this.tokens = tokens;
        this.directories = directories;
    }

    @GetMapping
    @Requires(Permission.TOKENS_WRITE)
    Page<View> list(Viewer viewer) {
        Directory directory = directories.of(viewer.tenant());
        return Page.of(tokens.all(viewer).stream().map(token -> view(token, null, directory)).toList());
    }

    /** A token can't make another one: its life would have no end. */
    @PostMapping
    @Requires(Permission.TOKENS_WRITE)
    ResponseEntity<View> make(Viewer viewer, @RequestBody NewToken body) {
        if (viewer.kind() != Viewer.Kind.SESSION)
            throw new Misuse.Forbidden(Problem.at("", "session-only"));
        Tokens.Made made = tokens.make(viewer, body.name(), body.scopes(), body.unit(),
                body.expiresAt() == null ? null : body.expiresAt().toInstant());
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.token().id()))
                .body(view(made.token(), made.secret(), directories.of(viewer.tenant())));
    }

    @DeleteMapping("/{id}")
    @AlsoAfterTrial
    @Requires(Permission.TOKENS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Viewer viewer, @PathVariable UUID id) {
        tokens.revoke(viewer, id);
    }

    private static View view(Token token, @Nullable Secret secret, Directory directory) {
        Unit unit = token.unit() == null ? null : directory.unit(token.unit());
        Person maker = directory.person(token.createdBy());
        return new View(token.id(), token.name(), token.scopes().stream().sorted().map(Permission::key).toList(),
                unit == null ? null : Ref.to(unit), maker == null ? null : Ref.to(maker), token.createdAt(),
                token.expiresAt(), token.lastUsedAt(), secret == null ? null : secret.text());
    }
}
