package io.huoji.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as the admin uses it, to lay what is measured; every refusal is thrown. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, String> headers = new HashMap<>();

    private Api(int port) {
        url = "http://127.0.0.1:" + port + "/api/v1";
    }

    static Api signedIn(int port, String login, String password) throws Exception {
        Api api = new Api(port);
        HttpResponse<String> answer = api.send("POST", "/sessions", Map.of("login", login, "password", password));
        Map<String, String> cookies = answer.headers().allValues("set-cookie").stream()
                .map(line -> line.split(";", 2)[0].split("=", 2)).collect(Collectors.toMap(it -> it[0], it -> it[1]));
        api.headers.put("Cookie", cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; ")));
        api.headers.put("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        return api;
    }

    JsonNode get(String path) throws Exception {
        return JSON.readTree(send("GET", path, null).body());
    }

    JsonNode post(String path, Object body) throws Exception {
        return JSON.readTree(send("POST", path, body).body());
    }

    JsonNode upload(String path, byte[] multipart) throws Exception {
        return JSON.readTree(send("POST", path, ImportFigure.contentType(), BodyPublishers.ofByteArray(multipart)).body());
    }

    private HttpResponse<String> send(String method, String path, Object body) throws Exception {
        return send(method, path, "application/json",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", type)
                .method(method, body);
        headers.forEach(request::header);
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2)
            throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        return answer;
    }
}
