package io.huoji;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Requires;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.Sample;
import io.huoji.testkit.Samples;
import io.huoji.testkit.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries every endpoint as nobody, as every built-in role and as the admin of another tenant. Resources are filled in by
 * {@link Samples}; the matrix of statuses is printed.
 */
@HuojiTest
class RightsMatrixTest {

    /** Every endpoint that needs no credential. Adding one here is a decision. */
    private static final Set<String> OPEN = Set.of("POST /api/v1/sessions", "GET /api/v1/setup/{token}",
            "POST /api/v1/setup/{token}", "GET /api/v1/invitations/{token}",
            "POST /api/v1/invitations/{token}:accept", "GET /api/openapi.json", "GET /api/docs",
            "GET /api/health/live", "GET /api/health/ready", "POST /embed/v1/submissions", "GET /embed/v1/frame",
            "GET /embed/v1/huoji-box.js", "GET /embed/v1/question",
            "PATCH /embed/v1/submissions", "DELETE /embed/v1/submissions", "POST /embed/v1/files",
            "GET /api/v1/trials", "POST /api/v1/trials", "GET /api/v1/trials/{token}",
            "POST /api/v1/trials/{token}:confirm");
    private static final List<String> ROLES = List.of("admin", "hr", "executive", "it", "lead", "staff");
    private static final Set<String> SEE_ONLY_WEST = Set.of("lead", "staff");

    @Autowired World world;
    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @Test
    void everyEndpointSaysWhoMayCallItAndTheOpenOnesAreKnown() {
        List<Endpoint> all = Endpoint.all(mapping);
        assertThat(all).isNotEmpty();
        assertThat(all).allMatch(Endpoint::saysWhoMayCall);
        assertThat(all.stream().filter(Endpoint::isOpen).map(Endpoint::name)).isSubsetOf(OPEN);
    }

    /** Whoever adds an endpoint adds what stands in its path: else it would only ever be tried with what does not exist. */
    @Test
    void everyPathIsTriedWithSomethingThatExists() {
        Map<String, String> values = new java.util.HashMap<>(Samples.make(world.newTenant()));
        values.putAll(Samples.NEUTRAL);
        assertThat(Endpoint.all(mapping).stream().filter(it -> !it.isOpen()).flatMap(it -> it.variables().stream()))
                .isSubsetOf(values.keySet());
    }

    @Test
    void nobodyGetsAnythingButTheDoors() {
        Map<String, String> values = Samples.make(world.newTenant());
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(mapping))
            for (Api caller : List.of(world.nobody(),
                    world.nobody().with("Authorization", "Bearer " + "0".repeat(64)))) {
                int status = status(caller, endpoint, values);
                if (endpoint.isOpen() ? status >= 500 : status != 401)
                    wrong.add(endpoint.name() + " → " + status);
            }
        assertThat(wrong).as("answers to nobody").isEmpty();
    }

    @Test
    void everyRoleMayWhatItsPermissionsSayAndKnowsNothingBeyondItsUnit() {
        List<Endpoint> endpoints = Endpoint.all(mapping).stream().filter(it -> !it.isOpen()).toList();
        Map<String, List<String>> matrix = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String role : ROLES) {
            Company company = world.newTenant();
            Map<String, String> values = Samples.make(company);
            company.person("caller", "west", role);
            Set<String> permissions = new HashSet<>();
            company.as("caller").get("/me").json().path("permissions").forEach(it -> permissions.add(it.asString()));
            for (Endpoint endpoint : endpoints) {
                int status = status(company.freshSessionOf("caller"), endpoint, values);
                matrix.computeIfAbsent(endpoint.name(), key -> new ArrayList<>()).add(String.valueOf(status));
                if (!isRight(endpoint, role, permissions, status))
                    wrong.add("%s as %s → %d".formatted(endpoint.name(), role, status));
            }
            if (SEE_ONLY_WEST.contains(role))
                wrong.addAll(seen(company, values));
        }
        print(matrix);
        assertThat(wrong).as("answers to roles").isEmpty();
    }

    /** What lists, figures, boards and filters show of {@code owner} to someone who sees only west. */
    private List<String> seen(Company company, Map<String, String> values) {
        Api caller = company.freshSessionOf("caller");
        List<String> wrong = new ArrayList<>();
        for (String path : List.of("/tables/secret-acts/records?total=true", "/tables/secret-acts/records?deleted=true",
                "/tables/secret-acts/records?total=true&filter=" + filter("who", "owner"), "/expectations?total=true",
                "/expectations?total=true&filter=" + filter("subject", "owner"), "/people?total=true", "/todo",
                "/objects/secret-deal?total=true")) {
            Answer answer = caller.get(path);
            boolean counts = answer.json().path("total").asLong(0) > 0 && !path.startsWith("/people");
            if (counts || answer.text().contains(values.get("records/id"))
                    || answer.text().contains("\"code\":\"owner\""))
                wrong.add(path + " shows " + answer.text());
        }
        for (String path : List.of("/metrics/completion?from=2020-01-01&to=2030-01-01&by=person",
                "/metrics/quality?from=2020-01-01&to=2030-01-01",
                "/metrics/evidence?from=2020-01-01&to=2030-01-01&by=unit",
                "/dashboards/health/data?grain=month", "/dashboards/health/data?grain=week")) {
            Answer answer = caller.get(path);
            if (answer.status() == 200 && (answer.text().contains("owner") || answer.text().contains("\"n\":1")))
                wrong.add(path + " shows " + answer.text());
        }
        return wrong;
    }

    private static String filter(String field, String value) {
        return java.net.URLEncoder.encode("{\"field\":\"%s\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(field, value),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static boolean isRight(Endpoint endpoint, String role, Set<String> permissions, int status) {
        Requires requires = endpoint.requires();
        if (status == 401 || status >= 500)
            return false;
        if (requires != null && !permissions.contains(requires.value().key()))
            return status == 403;
        boolean isHidden = SEE_ONLY_WEST.contains(role)
                && endpoint.variables().stream().anyMatch(Samples.hidden()::contains);
        return !isHidden || (status >= 400 && status < 500);
    }

    @Test
    void theAdminOfAnotherTenantReachesNothingOfThisOne() {
        Company victim = world.newTenant();
        Map<String, String> values = Samples.make(victim);
        Company attacker = world.newTenant();
        Map<String, Supplier<Api>> callers = Map.of("session", () -> attacker.freshSessionOf("admin"), "token",
                attacker::token);
        List<String> wrong = new ArrayList<>();
        callers.forEach((kind, caller) -> {
            for (Endpoint endpoint : Endpoint.all(mapping))
                if (!endpoint.isOpen() && !endpoint.isStream()) {
                    Answer answer = call(caller.get(), endpoint, values);
                    if (isLeak(endpoint, answer, values))
                        wrong.add("%s by %s → %s".formatted(endpoint.name(), kind, answer));
                }
        });
        assertThat(wrong).as("leaks").isEmpty();
        assertThat(Samples.make(world.newTenant()).keySet()).isEqualTo(values.keySet());
        assertThat(victim.admin().get("/people/owner").expect(200).at("/name")).isEqualTo(Sample.MARK);
        assertThat(victim.admin().get("/units/east").expect(200).at("/name")).isEqualTo(Sample.MARK);
    }

    private static boolean isLeak(Endpoint endpoint, Answer answer, Map<String, String> values) {
        if (answer.status() >= 500 || answer.text().contains(Sample.MARK))
            return true;
        boolean namesVictim = endpoint.variables().stream().anyMatch(values::containsKey);
        return namesVictim && answer.status() < 400;
    }

    private static int status(Api caller, Endpoint endpoint, Map<String, String> values) {
        return endpoint.isStream()
                ? caller.statusOf(endpoint.method(), endpoint.path(values))
                : call(caller, endpoint, values).status();
    }

    private static Answer call(Api caller, Endpoint endpoint, Map<String, String> values) {
        boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(endpoint.method());
        Object body = Samples.bodies().getOrDefault(endpoint.name(), Map.of());
        Map<String, String> all = new java.util.HashMap<>(Samples.NEUTRAL);
        all.putAll(values);
        return caller.send(endpoint.method(), endpoint.path(all), hasBody ? body : null);
    }

    private static void print(Map<String, List<String>> matrix) {
        StringBuilder text = new StringBuilder("%n%-60s %s%n".formatted("", String.join("  ", ROLES)));
        new TreeMap<>(matrix).forEach((endpoint, statuses) -> text.append("%-60s %s%n".formatted(endpoint,
                String.join("  ", statuses))));
        System.out.println(text);
    }
}
