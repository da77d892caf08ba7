package io.huoji.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the public API with a token; every refusal ends the command with what the server said. */
public final class ApiClient {

    /** A refusal of the server, in its own words. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;
    private final String token;

    public ApiClient(String url, String token) {
        this.base = url.replaceAll("/+$", "") + "/api/v1";
        this.token = token;
    }

    public static JsonMapper json() {
        return JSON;
    }

    /** True when the path answers 200, false when 404. */
    public boolean has(String path) {
        return send("GET", path, null, Set.of(200, 404)).statusCode() == 200;
    }

    public JsonNode get(String path) {
        return body(send("GET", path, null, Set.of(200)));
    }

    public JsonNode post(String path, Object body) {
        return body(send("POST", path, body, Set.of(200, 201)));
    }

    public JsonNode patch(String path, Object body) {
        return body(send("PATCH", path, body, Set.of(200)));
    }

    /** Makes a thing unless the look-up path finds it; says whether it was made. */
    public boolean ensure(String lookUp, String path, Object body) {
        if (has(lookUp))
            return false;
        post(path, body);
        return true;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(String method, String path, @org.jspecify.annotations.Nullable Object body,
            Set<Integer> expected) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(method, body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (!expected.contains(response.statusCode()))
                throw new Refused("%s %s was refused (%d): %s".formatted(method, path, response.statusCode(),
                        new String(response.body(), StandardCharsets.UTF_8)));
            return response;
        } catch (IOException failure) {
            throw new Refused("%s does not answer: %s".formatted(base, failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.");
        }
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
