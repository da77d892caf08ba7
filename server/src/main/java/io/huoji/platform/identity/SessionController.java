package io.huoji.platform.identity;

import io.huoji.platform.access.AlsoAfterTrial;
import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {

    record SignIn(@Nullable String login, @Nullable String password, @Nullable UUID tenant) {}

    record Change(@Nullable UUID tenant) {}

    record Choices(List<Choice> choose) {}

    record Choice(UUID tenant, String name) {}

    record View(UUID id, String device, String address, Instant createdAt, Instant lastSeenAt, boolean current) {}

    private final SignIns signIns;
    private final Sessions sessions;
    private final MePresenter presenter;

    SessionController(SignIns signIns, Sessions sessions, MePresenter presenter) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.presenter = presenter;
    }

    @PostMapping
    @OpenToAll
    Object signIn(@RequestBody SignIn body, HttpServletRequest request, HttpServletResponse response) {
        Required.in().text("login", body.login()).text("password", body.password()).orRefuse();
        SignIns.Outcome outcome = signIns.signIn(Objects.requireNonNull(body.login()),
                Objects.requireNonNull(body.password()), body.tenant(), origin(request));
        return switch (outcome) {
            case SignIns.Choose choose -> new Choices(choose.tenants()
                    .stream()
                    .map(tenant -> new Choice(tenant.id().value(), tenant.name()))
                    .toList());
            case SignIns.In in -> enter(in, request, response);
        };
    }

    @PutMapping("/current")
    @AlsoAfterTrial
    @SignedIn
    Me changeTenant(Caller caller, @RequestBody Change body, HttpServletRequest request,
            HttpServletResponse response) {
        UUID session = session(caller);
        if (body.tenant() == null)
            throw new Misuse.Refused(Problem.at("tenant", "required"));
        SignIns.In in = signIns.change(caller.viewer().caller(), body.tenant(), origin(request));
        sessions.end(caller.viewer().tenant(), List.of(session));
        return enter(in, request, response);
    }

    @DeleteMapping("/current")
    @AlsoAfterTrial
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(caller.viewer().tenant(), List.of(session(caller)));
        SessionCookies.take(request, response);
    }

    @GetMapping
    @SignedIn
    Page<View> list(Caller caller) {
        UUID current = session(caller);
        return Page.of(sessions.of(caller.viewer().caller())
                .stream()
                .map(it -> new View(it.id(), it.device(), it.address(), it.createdAt(), it.lastSeenAt(),
                        it.id().equals(current)))
                .toList());
    }

    @DeleteMapping("/{id}")
    @AlsoAfterTrial
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable UUID id) {
        session(caller);
        if (sessions.endOf(caller.viewer().caller(), it -> it.id().equals(id)) == 0)
            throw new Misuse.NotFound("session", id);
    }

    @DeleteMapping
    @AlsoAfterTrial
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Caller caller, @RequestParam(defaultValue = "false") boolean others) {
        UUID current = session(caller);
        if (!others)
            throw new Misuse.Malformed(Problem.at("others", "required"));
        sessions.endOf(caller.viewer().caller(), it -> !it.id().equals(current));
    }

    private Me enter(SignIns.In in, HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.give(request, response, in.secret());
        return presenter.of(in);
    }

    /** Sessions are a matter of accounts: a token has none. */
    private static UUID session(Caller caller) {
        if (!caller.isSession())
            throw new Misuse.Forbidden(Problem.at("", "session-only"));
        return caller.ref();
    }

    static Sessions.Origin origin(HttpServletRequest request) {
        String device = request.getHeader("User-Agent");
        return new Sessions.Origin(device == null ? "" : device, request.getRemoteAddr());
    }
}
