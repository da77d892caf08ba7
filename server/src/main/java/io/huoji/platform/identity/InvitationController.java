package io.huoji.platform.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Ref;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class InvitationController {

    record Link(String url, Instant expiresAt) {}

    record PersonLink(Ref person, String url, Instant expiresAt) {}

    record Several(@Nullable List<String> people) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String company, String name, @Nullable String login) {}

    record Acceptance(@Nullable String login, @Nullable String password, @Nullable String name) {}

    private static final int MOST = 500;

    private final Invitations invitations;
    private final Joining joining;
    private final MePresenter presenter;
    private final Tenants tenants;
    private final Settings settings;

    InvitationController(Invitations invitations, Joining joining, MePresenter presenter, Tenants tenants,
            Settings settings) {
        this.invitations = invitations;
        this.joining = joining;
        this.presenter = presenter;
        this.tenants = tenants;
        this.settings = settings;
    }

    @PostMapping("/people/{person}:invite")
    @Requires(Permission.PEOPLE_WRITE)
    Link invite(Viewer viewer, @PathVariable String person) {
        Invitations.Invitation made = invitations.invite(viewer, List.of(person)).getFirst();
        return new Link(url(made), made.expiresAt());
    }

    @PostMapping("/people:invite")
    @Requires(Permission.PEOPLE_WRITE)
    Page<PersonLink> inviteSeveral(Viewer viewer, @RequestBody Several body) {
        List<String> people = body.people();
        if (people == null || people.isEmpty())
            throw new Misuse.Refused(Problem.at("people", "required"));
        if (people.size() > MOST)
            throw new Misuse.Malformed(Problem.at("people", "too-many-items", Map.of("max", MOST)));
        return Page.of(invitations.invite(viewer, people)
                .stream()
                .map(made -> new PersonLink(Ref.to(made.person()), url(made), made.expiresAt()))
                .toList());
    }

    @GetMapping("/invitations/{token}")
    @OpenToAll
    View look(@PathVariable String token) {
        Invitations.Opened opened = invitations.open(token);
        return new View(tenants.byId(opened.tenant()).name(), opened.person().name(),
                Joining.loginOf(opened.person()));
    }

    @PostMapping("/invitations/{token}:accept")
    @OpenToAll
    Me accept(@PathVariable String token, @RequestBody Acceptance body, HttpServletRequest request,
            HttpServletResponse response) {
        SignIns.In in = joining.accept(invitations.open(token), body.login(), body.password(), body.name(),
                SessionController.origin(request));
        SessionCookies.give(request, response, in.secret());
        return presenter.of(in);
    }

    private String url(Invitations.Invitation made) {
        return settings.baseUrl().toString().replaceAll("/+$", "") + "/invite/" + made.secret().text();
    }
}
