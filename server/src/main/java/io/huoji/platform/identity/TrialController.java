package io.huoji.platform.identity;

import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.kernel.Misuse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/trials")
class TrialController {

    record Offer(boolean open, int days) {}

    record Wish(@Nullable String email, @Nullable String company, @Nullable String locale) {}

    record View(String email, String company, boolean hasAccount) {}

    record Confirmation(@Nullable String name, @Nullable String password) {}

    private final Trials trials;
    private final MePresenter presenter;

    TrialController(Trials trials, MePresenter presenter) {
        this.trials = trials;
        this.presenter = presenter;
    }

    /** Whether this installation gives trials; the sign-in page asks. */
    @GetMapping
    @OpenToAll
    Offer offer() {
        return new Offer(trials.areOpen(), Trials.DAYS);
    }

    @PostMapping
    @OpenToAll
    @ResponseStatus(HttpStatus.ACCEPTED)
    void request(@RequestBody Wish body, HttpServletRequest request) {
        needsOpen(request);
        trials.request(body.email(), body.company(), body.locale(), request.getRemoteAddr());
    }

    /** Only the reader of the mail gets here, so they may learn what their address stands for. */
    @GetMapping("/{token}")
    @OpenToAll
    View look(@PathVariable String token, HttpServletRequest request) {
        needsOpen(request);
        Trials.Opened opened = trials.open(token);
        return new View(opened.mail().address(), opened.company(), opened.account() != null);
    }

    @PostMapping("/{token}:confirm")
    @OpenToAll
    @ResponseStatus(HttpStatus.CREATED)
    Me confirm(@PathVariable String token, @RequestBody Confirmation body, HttpServletRequest request,
            HttpServletResponse response) {
        needsOpen(request);
        SignIns.In in = trials.confirm(token, body.name(), body.password(), SessionController.origin(request));
        SessionCookies.give(request, response, in.secret());
        return presenter.of(in);
    }

    private void needsOpen(HttpServletRequest request) {
        if (!trials.areOpen())
            throw new Misuse.NotFound("path", request.getRequestURI());
    }
}
