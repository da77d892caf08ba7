package io.huoji;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.Mutations;
import io.huoji.testkit.Samples;
import io.huoji.testkit.TenantDigest;
import io.huoji.testkit.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Bad input anywhere: every part of every body, every parameter and every name in a path is replaced by what does not belong
 * there. The answer may be a success where the value happens to be a good one; else it is a problem that says what is wrong in
 * words, and nothing was stored. Never is it a fault of the server.
 */
@HuojiTest
class BadInputTest {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final List<String> BAD_TEXTS = List.of("", " ", "-1", "99999999999999999999999", "{", "[]", "null",
            "'\";--", "\0", "😀", "2026-02-30", "x".repeat(3000), "../..", "1e999", "%zz");

    @Autowired World world;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    private final List<String> wrong = new ArrayList<>();
    private int tried;

    @Test
    void everyPartOfEveryBody() {
        Company company = world.newTenant();
        Map<String, String> values = values(company);
        Map<String, Object> bodies = Samples.bodies();
        for (Endpoint endpoint : Endpoint.all(mapping))
            if (WITH_BODY.contains(endpoint.method()) && !endpoint.isOpen()) {
                Object body = bodies.getOrDefault(endpoint.name(), Map.of());
                Mutations.of(body).forEach(it -> tryOne(company, endpoint, endpoint.path(values), it));
            }
        report(1_000);
    }

    @Test
    void everyParameter() {
        Company company = world.newTenant();
        Map<String, String> values = values(company);
        for (Endpoint endpoint : Endpoint.all(mapping))
            if (!endpoint.isStream())
                for (String name : parameters(endpoint))
                    tryTexts(company, endpoint, bad -> {
                        String path = endpoint.path(values);
                        return path + (path.contains("?") ? "&" : "?") + name + "=" + bad;
                    });
        report(300);
    }

    @Test
    void everyNameInAPath() {
        Company company = world.newTenant();
        Map<String, String> values = values(company);
        for (Endpoint endpoint : Endpoint.all(mapping))
            if (!endpoint.isStream())
                for (String variable : endpoint.variables())
                    tryTexts(company, endpoint, bad -> {
                        Map<String, String> other = new HashMap<>(values);
                        other.put(variable, bad);
                        return endpoint.path(other);
                    });
        report(500);
    }

    /** Each bad text, put where {@code path} wants it. */
    private void tryTexts(Company company, Endpoint endpoint, UnaryOperator<String> path) {
        for (String bad : BAD_TEXTS)
            tryOne(company, endpoint, path.apply(encoded(bad)), WITH_BODY.contains(endpoint.method()) ? "{}" : "");
    }

    private static Map<String, String> values(Company company) {
        Map<String, String> values = new HashMap<>(Samples.NEUTRAL);
        values.putAll(Samples.make(company));
        return values;
    }

    private static List<String> parameters(Endpoint endpoint) {
        return Arrays.stream(endpoint.handler().getMethodParameters())
                .flatMap(it -> Stream.ofNullable(it.getParameterAnnotation(RequestParam.class))
                        .map(said -> said.value().isEmpty() ? it.getParameter().getName() : said.value()))
                .toList();
    }

    private void tryOne(Company company, Endpoint endpoint, String path, String body) {
        tried++;
        Api caller = endpoint.pattern().contains("/sessions") ? company.freshSessionOf("admin") : company.token();
        String request = "%s %s %s".formatted(endpoint.method(), shortened(path), shortened(body));
        TenantDigest digest = new TenantDigest(jdbc, transactions);
        boolean writes = !endpoint.method().equals("GET");
        Map<String, String> before = writes ? digest.of(company.tenant()) : Map.of();
        Answer answer = caller.send(endpoint.method(), path, body.isEmpty() ? null : body);
        String told = Problems.fault(answer);
        if (!told.isEmpty())
            wrong.add(request + " → " + told + " " + shortened(answer.toString()));
        if (!writes || answer.status() < 400)
            return;
        Map<String, String> after = new HashMap<>(digest.of(company.tenant()));
        after.entrySet().removeAll(before.entrySet());
        if (!after.isEmpty())
            wrong.add(request + " → refused, yet stored in " + after.keySet());
    }

    private void report(int atLeast) {
        System.out.printf("%d bad inputs tried, %d answered wrongly%n", tried, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(atLeast);
    }

    private static String encoded(String text) {
        return text.equals("%zz") ? "%25zz" : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    /** What is wrong with an answer to bad input. */
    private static final class Problems {

        static String fault(Answer answer) {
            if (answer.status() < 400)
                return "";
            if (answer.status() >= 500)
                return "a fault of ours";
            if (!String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json"))
                return "not a problem answer";
            JsonNode errors = answer.json().path("errors");
            if (errors.isEmpty())
                return "says nothing";
            for (JsonNode error : errors)
                if (error.path("message").asString("").isBlank()
                        || error.path("message").asString().equals(error.path("code").asString()))
                    return "no words";
            return "";
        }
    }
}
