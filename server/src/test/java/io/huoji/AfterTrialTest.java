package io.huoji;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.AlsoAfterTrial;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.Samples;
import io.huoji.testkit.TenantDigest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tries every endpoint in a tenant whose trial is over: all that reads goes on, all that writes is refused with the reason. */
@HuojiTest
class AfterTrialTest {

    /** Writes that a tenant may do after its trial. Adding one here is a decision. */
    private static final Set<String> ALLOWED = Set.of("PUT /api/v1/sessions/current", "DELETE /api/v1/sessions/current",
            "DELETE /api/v1/sessions/{id}", "DELETE /api/v1/sessions", "PATCH /api/v1/me",
            "PUT /api/v1/account/password", "DELETE /api/v1/tokens/{id}", "POST /api/v1/tables/{key}/records:export",
            "POST /api/v1/people:export", "POST /api/v1/units:export", "POST /api/v1/apps/{key}:export");

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void everyWriteIsRefusedAndEveryReadGoesOn() {
        Company company = world.newTrial();
        Map<String, String> values = new HashMap<>(Samples.NEUTRAL);
        values.putAll(Samples.make(company));
        clock.tick(Duration.ofDays(9));
        Api admin = company.freshSessionOf("admin");
        Map<String, String> before = new TenantDigest(jdbc, transactions).of(company.tenant());
        List<String> wrong = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(mapping))
            if (!endpoint.isOpen() && !endpoint.isStream()) {
                if (endpoint.handler().hasMethodAnnotation(AlsoAfterTrial.class))
                    allowed.add(endpoint.name());
                else if (!isRight(endpoint, answer(admin, endpoint, values)))
                    wrong.add(endpoint.name() + " → " + answer(admin, endpoint, values));
            }
        assertThat(wrong).isEmpty();
        assertThat(allowed).isSubsetOf(ALLOWED);
        assertThat(new TenantDigest(jdbc, transactions).of(company.tenant())).isEqualTo(before);
    }

    private static Answer answer(Api admin, Endpoint endpoint, Map<String, String> values) {
        boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(endpoint.method());
        return admin.send(endpoint.method(), endpoint.path(values),
                hasBody ? Samples.bodies().getOrDefault(endpoint.name(), Map.of()) : null);
    }

    private static boolean isRight(Endpoint endpoint, Answer answer) {
        return endpoint.method().equals("GET")
                // A file that was exported is kept for a day; it is gone whatever the tenant's state.
                ? answer.status() < 400 || answer.status() == 404 || answer.status() == 409
                : answer.status() == 403 && answer.problems().equals(List.of(":trial-ended"));
    }
}
