package io.huoji.testkit;

import io.huoji.platform.identity.IdentityForTests;
import io.huoji.platform.org.OrgForTests;
import io.huoji.platform.tenant.TenantRegister;
import io.huoji.platform.tenant.TenantState;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Gives every test a company of its own on the server under test, so that tests never share data. */
@TestComponent
public class World {

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    private final Environment environment;
    private final IdentityForTests identity;
    private final OrgForTests org;
    private final Clock clock;

    World(Environment environment, IdentityForTests identity, OrgForTests org, Clock clock) {
        this.environment = environment;
        this.identity = identity;
        this.org = org;
        this.clock = clock;
    }

    /** A fresh tenant with root unit {@code hq}, the built-in roles and an admin, person code {@code admin}. */
    public Company newTenant() {
        return company(null);
    }

    /** The same, on trial for seven days. */
    public Company newTrial() {
        return company(TenantState.trialEnd(clock.instant(), 7, IdentityForTests.ZONE));
    }

    private Company company(@Nullable Instant trialUntil) {
        int number = COMPANIES.incrementAndGet();
        String email = "admin%d@example.com".formatted(number);
        return new Company(this, identity.found("公司 " + number, email, trialUntil), email);
    }

    public Api nobody() {
        return new Api(this::port);
    }

    /** The port that the server under test listens on. */
    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** The tenants as the operator's command sees and changes them, at the time of the server under test. */
    public TenantRegister register() {
        return new TenantRegister(TestDatabase.instance().server().owner(), clock);
    }

    IdentityForTests identity() {
        return identity;
    }

    OrgForTests org() {
        return org;
    }
}
