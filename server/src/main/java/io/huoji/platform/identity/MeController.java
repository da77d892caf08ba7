package io.huoji.platform.identity;

import io.huoji.platform.access.AlsoAfterTrial;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MeController {

    record Change(@Nullable String locale) {}

    record PasswordChange(@Nullable String current, @Nullable String next) {}

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final MePresenter presenter;
    private final AccountRepository accounts;
    private final OwnPassword ownPassword;

    MeController(MePresenter presenter, AccountRepository accounts, OwnPassword ownPassword) {
        this.presenter = presenter;
        this.accounts = accounts;
        this.ownPassword = ownPassword;
    }

    @GetMapping("/me")
    @SignedIn
    Me me(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (caller.isSession() && Viewers.cookie(request, SessionCookies.XSRF) == null)
            SessionCookies.giveXsrf(request, response);
        return presenter.of(caller);
    }

    @PatchMapping("/me")
    @AlsoAfterTrial
    @SignedIn
    Me change(Caller caller, @RequestBody Change body) {
        humans(caller);
        if (body.locale() != null) {
            Locale locale = Locale.forLanguageTag(body.locale());
            if (!LANGUAGES.contains(locale.getLanguage()))
                throw new Misuse.Refused(Problem.at("locale", "unknown-language"));
            accounts.changeLocale(caller.viewer().caller(), locale.toLanguageTag());
        }
        return presenter.of(caller);
    }

    @PutMapping("/account/password")
    @AlsoAfterTrial
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Caller caller, @RequestBody PasswordChange body, HttpServletRequest request) {
        humans(caller);
        Required.in().text("current", body.current()).and(ownPassword.check("next", body.next())).orRefuse();
        ownPassword.change(caller, Objects.requireNonNull(body.current()), Objects.requireNonNull(body.next()),
                request.getRemoteAddr());
    }

    private static void humans(Caller caller) {
        if (!caller.isSession())
            throw new Misuse.Forbidden(Problem.at("", "session-only"));
    }
}
