package io.huoji.testkit;

import io.huoji.platform.access.Permission;
import io.huoji.platform.identity.IdentityForTests;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One tenant of a test, with short ways to put units and people into it and to act as any of them. */
public final class Company {

    private final World world;
    private final TenantId tenant;
    private final String adminEmail;
    private final Map<String, Api> signedIn = new ConcurrentHashMap<>();

    Company(World world, TenantId tenant, String adminEmail) {
        this.world = world;
        this.tenant = tenant;
        this.adminEmail = adminEmail;
    }

    public TenantId tenant() {
        return tenant;
    }

    public String adminEmail() {
        return adminEmail;
    }

    /** The password of every account that the testkit makes. */
    public String password() {
        return IdentityForTests.PASSWORD;
    }

    public Api admin() {
        return as("admin");
    }

    public Api nobody() {
        return world.nobody();
    }

    /** A unit directly below the root. */
    public UUID unit(String code, String kind) {
        return unit(code, kind, "hq");
    }

    public UUID unit(String code, String kind, String parent) {
        return world.org().unit(tenant, code, kind, parent);
    }

    /** Someone with role staff in that unit since ever. */
    public Person staff(String code, String unit) {
        return person(code, unit, "staff");
    }

    /** Someone with role lead, held at that unit, who also stands in it. */
    public Person lead(String code, String unit) {
        return person(code, unit, "lead");
    }

    /** Someone in that unit since ever (null: nowhere) with these roles, held where they stand. */
    public Person person(String code, @Nullable String unit, String... roles) {
        return world.org().person(tenant, code, code, unit, null, List.of(roles));
    }

    public Person person(String code, String unit, String manager, List<String> roles) {
        return world.org().person(tenant, code, code, unit, manager, roles);
    }

    /** A custom role over these permissions. */
    public UUID role(String key, String scope, Permission... permissions) {
        return world.org().role(tenant, key, scope, Arrays.stream(permissions).collect(Collectors.toSet()));
    }

    /** The browser of this person, signed in with an account of its own; the same one at each call. */
    public Api as(String person) {
        return signedIn.computeIfAbsent(person, this::freshSessionOf);
    }

    /** One more browser of this person. */
    public Api freshSessionOf(String person) {
        return world.nobody()
                .withCookie("huoji_session", world.identity().session(tenant, person))
                .withCookie("XSRF-TOKEN", "test");
    }

    /** A caller with a token that the admin made with these scopes; none named: all. */
    public Api token(Permission... scopes) {
        return token(null, scopes);
    }

    /** The same, limited to a unit and below. */
    public Api token(@Nullable UUID unit, Permission... scopes) {
        return world.nobody().with("Authorization", "Bearer " + secret(unit, scopes));
    }

    /** The secret of a token of the admin's with every scope, for commands that speak to the server themselves. */
    public String secret() {
        return secret(null);
    }

    private String secret(@Nullable UUID unit, Permission... scopes) {
        return world.identity().token(tenant, "admin", unit,
                scopes.length == 0 ? List.of(Permission.values()) : List.of(scopes));
    }
}
