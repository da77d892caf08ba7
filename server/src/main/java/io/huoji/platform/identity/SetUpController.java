package io.huoji.platform.identity;

import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Contacts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/api/v1/setup/{token}")
class SetUpController {

    record FirstTenant(@Nullable String company, @Nullable String name, @Nullable String email,
            @Nullable String password) {}

    private final SetUp setUp;
    private final Passwords passwords;
    private final SignIns signIns;
    private final AccountRepository accounts;
    private final MePresenter presenter;

    SetUpController(SetUp setUp, Passwords passwords, SignIns signIns, AccountRepository accounts,
            MePresenter presenter) {
        this.setUp = setUp;
        this.passwords = passwords;
        this.signIns = signIns;
        this.accounts = accounts;
        this.presenter = presenter;
    }

    @GetMapping
    @OpenToAll
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void look(@PathVariable String token) {
        if (!setUp.isOpen(token))
            throw SetUp.gone(token);
    }

    /** Founds the first tenant and signs its admin in. */
    @PostMapping
    @OpenToAll
    @ResponseStatus(HttpStatus.CREATED)
    Me use(@PathVariable String token, @RequestBody FirstTenant body, HttpServletRequest request,
            HttpServletResponse response) {
        look(token);
        Required.in()
                .text("company", body.company())
                .text("name", body.name())
                .text("email", body.email())
                .and(emailProblems(body.email()))
                .and(passwords.check("password", body.password()))
                .orRefuse();
        Founding.Founded founded = setUp.use(token, Objects.requireNonNull(body.company()),
                Objects.requireNonNull(body.name()), Objects.requireNonNull(body.email()),
                Objects.requireNonNull(body.password()));
        SignIns.In in = signIns.in(accounts.byId(founded.account()).orElseThrow(),
                new AccountRepository.Seat(founded.tenant(), founded.person()), SessionController.origin(request));
        SessionCookies.give(request, response, in.secret());
        return presenter.of(in);
    }

    private static List<Problem> emailProblems(@Nullable String email) {
        return email == null || email.isBlank() || Contacts.email(email) != null
                ? List.of()
                : List.of(Problem.at("email", "bad-email"));
    }
}
