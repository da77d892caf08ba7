package io.huoji.platform.identity;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.References;
import io.huoji.platform.org.Unit;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Makes and revokes API tokens. */
@Service
class Tokens {

    static final Duration LONGEST = Duration.ofDays(366);

    /** A token at the only moment in which its secret can be shown. */
    record Made(Token token, Secret secret) {}

    private final TenantTransactions transactions;
    private final TokenRepository tokens;
    private final CredentialRepository credentials;
    private final Directories directories;
    private final Callers callers;
    private final Clock clock;

    Tokens(TenantTransactions transactions, TokenRepository tokens, CredentialRepository credentials,
            Directories directories, Callers callers, Clock clock) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.credentials = credentials;
        this.directories = directories;
        this.callers = callers;
        this.clock = clock;
    }

    List<Token> all(Viewer viewer) {
        return transactions.in(viewer.tenant(), () -> tokens.all(viewer.tenant()));
    }

    Made make(Viewer viewer, @Nullable String name, @Nullable List<String> scopes, @Nullable JsonNode unit,
            @Nullable Instant expiresAt) {
        List<Problem> problems = new ArrayList<>();
        Instant now = clock.instant();
        Set<Permission> allowed = scopes(viewer, scopes, problems);
        UUID limit = unit(viewer, unit, problems);
        if (expiresAt == null)
            problems.add(Problem.at("expiresAt", "required"));
        else if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST)))
            problems.add(Problem.at("expiresAt", "token-life", Map.of("days", LONGEST.toDays())));
        Required.in().text("name", name).and(problems).orRefuse();
        Token token = new Token(Ids.next(), Objects.requireNonNull(name).strip(), allowed, limit,
                Objects.requireNonNull(viewer.person()), now, Objects.requireNonNull(expiresAt), null);
        Secret secret = Secret.fresh();
        transactions.run(viewer.tenant(), () -> {
            tokens.insert(viewer.tenant(), token);
            credentials.insert(new Credential(secret.hash(), viewer.tenant(), Credential.Kind.TOKEN, token.id(),
                    token.expiresAt()));
        });
        return new Made(token, secret);
    }

    void revoke(Viewer viewer, UUID id) {
        transactions.run(viewer.tenant(), () -> {
            if (tokens.find(viewer.tenant(), id).isEmpty())
                throw new Misuse.NotFound("token", id);
            callers.forget(credentials.deleteFor(viewer.tenant(), List.of(id)));
            tokens.revoke(viewer.tenant(), id, clock.instant());
        });
    }

    private static Set<Permission> scopes(Viewer viewer, @Nullable List<String> asked, List<Problem> problems) {
        Set<Permission> scopes = EnumSet.noneOf(Permission.class);
        if (asked == null || asked.isEmpty()) {
            problems.add(Problem.at("scopes", "required"));
            return scopes;
        }
        for (int index = 0; index < asked.size(); index++) {
            Optional<Permission> permission = Permission.byKey(asked.get(index));
            if (permission.isEmpty())
                problems.add(Problem.at("scopes[" + index + "]", "unknown-option", Map.of("value", asked.get(index))));
            else if (!viewer.may(permission.get()))
                problems.add(Problem.at("scopes[" + index + "]", "not-held", Map.of("permission", asked.get(index))));
            else
                scopes.add(permission.get());
        }
        return scopes;
    }

    private @Nullable UUID unit(Viewer viewer, @Nullable JsonNode asked, List<Problem> problems) {
        if (asked == null || asked.isNull())
            return null;
        Unit unit = References.unit(directories.of(viewer.tenant()), asked);
        if (unit == null || !viewer.scope().covers(unit.id(), null)) {
            problems.add(Problem.at("unit", "unknown-unit", Map.of("value", asked.isString() ? asked.asString() : "")));
            return null;
        }
        return unit.id();
    }
}
