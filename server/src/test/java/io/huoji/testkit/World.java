package io.huoji.testkit;

import io.huoji.platform.identity.IdentityForTests;
import io.huoji.platform.org.OrgForTests;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Gives every test a company of its own on the server under test, so that tests never share data. */
@TestComponent
public class World {

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    private final Environment environment;
    private final IdentityForTests identity;
    private final OrgForTests org;

    World(Environment environment, IdentityForTests identity, OrgForTests org) {
        this.environment = environment;
        this.identity = identity;
        this.org = org;
    }

    /** A fresh tenant with root unit {@code hq}, the built-in roles and an admin, person code {@code admin}. */
    public Company newTenant() {
        int number = COMPANIES.incrementAndGet();
        String email = "admin%d@example.com".formatted(number);
        return new Company(this, identity.found("公司 " + number, email), email);
    }

    public Api nobody() {
        return new Api(this::port);
    }

    /** The port that the server under test listens on. */
    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    IdentityForTests identity() {
        return identity;
    }

    OrgForTests org() {
        return org;
    }
}
