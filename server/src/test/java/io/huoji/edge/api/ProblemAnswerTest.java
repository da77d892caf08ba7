package io.huoji.edge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caller gets to read when something is wrong, whoever refused it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ProblemAnswerTest.Slim.class)
class ProblemAnswerTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class, MultipartAutoConfiguration.class})
    @Import({Messages.class, ProblemAnswer.class, ProblemAdvice.class, TraceFilter.class, SecurityHeadersFilter.class,
        BodyLimitFilter.class, JsonRules.class, ErrorPage.class, WebPages.class, Probe.class})
    static class Slim {}

    @RestController
    static class Probe {

        record Person(String name, int age, LocalDate born, List<Person> children) {}

        @PostMapping("/api/v1/probe")
        Person post(@RequestBody Person person) {
            return person;
        }

        @GetMapping("/api/v1/probe")
        Map<String, Object> read(@RequestParam int limit, @RequestParam(required = false) UUID id) {
            return Map.of("limit", limit);
        }

        @GetMapping("/api/v1/probe/fault")
        void fault(@RequestParam String kind) {
            throw switch (kind) {
                case "timeout" -> new QueryTimeoutException("canceling statement due to statement timeout");
                case "pool" -> new CannotCreateTransactionException("no connection within 5 s");
                case "stale" -> new Misuse.Stale(7);
                case "many" -> new Misuse.TooMany(java.time.Duration.ofSeconds(90));
                case "refused" ->
                    new Misuse.Refused(Problem.at("fields.a", "required"), Problem.at("fields.b", "required"));
                default -> new IllegalStateException("secret words of the inside");
            };
        }
    }

    @LocalServerPort int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Test
    void namesThePlaceWhereJsonBreaksOff() throws Exception {
        JsonNode problem = refused(post("{\"name\": \"a\",\n \"age\": }"), 400, "malformed-json");
        assertThat(problem.at("/errors/0/params/line").asInt()).isEqualTo(2);
        assertThat(problem.at("/errors/0/message").asString()).startsWith("JSON 在第 2 行");
    }

    @Test
    void namesTheUnknownPropertyWithItsPath() throws Exception {
        JsonNode problem = refused(
                post("{\"name\":\"a\",\"age\":1,\"children\":[{\"name\":\"b\",\"age\":2,\"colour\":\"red\"}]}"),
                400, "unknown-property");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("children[0].colour");
    }

    @Test
    void namesTheWrongType() throws Exception {
        assertThat(
                refused(post("{\"name\":\"a\",\"age\":\"ten\"}"), 400, "wrong-type").at("/errors/0/field").asString())
                .isEqualTo("age");
        refused(post("{\"name\":\"a\",\"age\":\"10\"}"), 400, "wrong-type");
        refused(post("{\"name\":\"a\",\"age\":1.5}"), 400, "wrong-type");
        assertThat(refused(post("{\"name\":\"a\",\"age\":1,\"born\":\"1990-02-30\"}"), 400, "wrong-type")
                .at("/errors/0/field").asString()).isEqualTo("born");
        refused(post("[1]"), 400, "wrong-type");
        refused(post("{\"name\":\"a\",\"age\":1} x"), 400, "malformed-json");
        refused(post("{\"name\":\"a\",\"name\":\"b\",\"age\":1}"), 400, "malformed-json");
        assertThat(refused(post("{\"name\":\"a\"}"), 400, "required").at("/errors/0/field").asString())
                .isEqualTo("age");
        refused(post(""), 400, "body-missing");
    }

    @Test
    void namesTheMissingOrWrongParameter() throws Exception {
        assertThat(refused(read("/api/v1/probe"), 400, "required").at("/errors/0/field").asString()).isEqualTo("limit");
        refused(read("/api/v1/probe?limit=many"), 400, "wrong-type");
        refused(read("/api/v1/probe?limit=1&id=7"), 400, "wrong-type");
    }

    @Test
    void answersUnknownPathsMethodsAndTypes() throws Exception {
        refused(read("/api/v1/nothing"), 404, "no-such-path");
        refused(send(request("/api/v1/nothing").POST(BodyPublishers.ofString("{}"))), 404, "no-such-path");
        var wrongMethod = send(request("/api/v1/probe/fault").DELETE());
        refused(wrongMethod, 405, "method-not-allowed");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET");
        refused(send(request("/api/v1/probe?limit=1").header("Accept", "text/csv")), 406, "not-acceptable");
        refused(send(request("/api/v1/probe").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        byte[] large = new byte[(int) BodyLimitFilter.LIMIT + 10];
        java.util.Arrays.fill(large, (byte) ' ');
        var chunked = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
        refused(send(request("/api/v1/probe").header("Content-Type", "application/json").POST(chunked)), 413,
                "body-too-large");
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsBusy() throws Exception {
        for (String kind : List.of("timeout", "pool")) {
            var answer = read("/api/v1/probe/fault?kind=" + kind);
            refused(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        var many = read("/api/v1/probe/fault?kind=many");
        refused(many, 429, "too-many");
        assertThat(many.headers().firstValue("Retry-After")).contains("90");
    }

    @Test
    void keepsItsOwnFaultsToItself() throws Exception {
        var answer = read("/api/v1/probe/fault?kind=ours");
        JsonNode problem = refused(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(answer.headers().firstValue("X-Trace-Id")).contains(problem.get("traceId").asString());
    }

    @Test
    void saysAllProblemsAtOnceInTheCallersLanguage() throws Exception {
        var answer = send(request("/api/v1/probe/fault?kind=refused").header("Accept-Language", "en"));
        JsonNode problem = refused(answer, 422, "required");
        assertThat(problem.get("errors")).hasSize(2);
        assertThat(problem.get("title").asString()).isEqualTo("Refused by a rule");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/probe/fault");
        assertThat(refused(read("/api/v1/probe/fault?kind=stale"), 412, "stale").get("detail").asString())
                .contains("7");
    }

    @Test
    void servesTheWebForEveryPlaceInsideItAndGuardsIt() throws Exception {
        for (String place : List.of("/", "/tables/deal-actions/grid", "/boards")) {
            var page = read(place);
            assertThat(page.statusCode()).as(place).isEqualTo(200);
            assertThat(page.body()).containsIgnoringCase("<!doctype html>");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self';").contains("frame-ancestors 'none'");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(read("/nothing.js").statusCode()).isEqualTo(404);
        assertThat(read("/assets/nothing-abc123.js").statusCode()).isEqualTo(404);
        assertThat(read("/..%2fapplication.yml").statusCode()).isBetween(400, 404);
        assertThat(read("/api/v1/probe?limit=1").headers().firstValue("Cache-Control")).contains("no-store");
    }

    private JsonNode refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/api/v1/probe").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
