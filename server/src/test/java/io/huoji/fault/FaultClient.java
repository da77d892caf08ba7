package io.huoji.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server that may die at any moment and come back under another address. */
final class FaultClient {

    /** What came back; status 0 when nobody can say what became of the request. */
    record Answer(int status, String body) {
        static final Answer UNKNOWN = new Answer(0, "");

        JsonNode json() {
            return JSON.readTree(body);
        }

        Answer ok() {
            if (status / 100 != 2)
                throw new IllegalStateException(status + " " + body);
            return this;
        }
    }

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicReference<String> url;
    private Map<String, String> headers = Map.of();

    FaultClient(AtomicReference<String> url) {
        this.url = url;
    }

    /** Signs in and goes on with a token of all rights, which outlives every crash. */
    void signIn(String login, String password) {
        HttpResponse<String> signedIn = send("POST", "/sessions", Map.of("login", login, "password", password), null);
        String cookies = String.join("; ", signedIn.headers().allValues("set-cookie").stream()
                .map(line -> line.split(";", 2)[0]).toList());
        headers = Map.of("Cookie", cookies, "X-XSRF-TOKEN", cookies.replaceFirst(".*XSRF-TOKEN=([^;]*).*", "$1"));
        JsonNode permissions = post("/me", null).json().path("permissions");
        String expires = java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).plusDays(30).toString();
        JsonNode token = post("/tokens", Map.of("name", "load", "scopes", permissions, "expiresAt", expires)).json();
        headers = Map.of("Authorization", "Bearer " + token.path("token").asString());
    }

    /** A write (a read where the body is null) that must be answered well. */
    Answer post(String path, @Nullable Object body) {
        return tryPost(path, body, null).ok();
    }

    Answer tryPost(String path, @Nullable Object body, @Nullable String key) {
        try {
            HttpResponse<String> answer = send(body == null ? "GET" : "POST", path, body, key);
            return new Answer(answer.statusCode(), answer.body());
        } catch (IllegalStateException broken) {
            return Answer.UNKNOWN;
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.get() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        if (key != null)
            request.header("Idempotency-Key", key);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
