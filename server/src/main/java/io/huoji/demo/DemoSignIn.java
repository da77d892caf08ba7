package io.huoji.demo;

import io.huoji.command.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs in as a person does and makes a token, through the public API. */
final class DemoSignIn {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    DemoSignIn(String url) {
        this.url = url;
    }

    /** A client with a token of all rights that this account has. */
    ApiClient token(String login, String password) throws IOException, InterruptedException {
        HttpResponse<String> signedIn = post("/sessions", Map.of("login", login, "password", password), List.of());
        List<String> cookies = signedIn.headers().allValues("set-cookie").stream().map(line -> line.split(";", 2)[0])
                .toList();
        List<String> scopes = Arrays.stream(io.huoji.platform.access.Permission.values())
                .map(io.huoji.platform.access.Permission::key).toList();
        HttpResponse<String> made = post("/tokens", Map.of("name", "demo", "scopes", scopes, "expiresAt",
                OffsetDateTime.now(java.time.ZoneOffset.UTC).plusDays(300).toString()), cookies);
        return new ApiClient(url, ApiClient.json().readTree(made.body()).get("token").asString());
    }

    /** Takes an invitation and gives the account this password. */
    void accept(String invitation, String login, String password) throws IOException, InterruptedException {
        post("/invitations/" + invitation + ":accept", Map.of("login", login, "password", password), List.of());
    }

    private HttpResponse<String> post(String path, Object body, List<String> cookies)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ApiClient.json().writeValueAsBytes(body)));
        if (!cookies.isEmpty())
            request.header("Cookie", String.join("; ", cookies)).header("X-XSRF-TOKEN", cookies.stream()
                    .filter(cookie -> cookie.startsWith("XSRF-TOKEN=")).map(cookie -> cookie.substring(11))
                    .collect(Collectors.joining()));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2)
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        return answer;
    }
}
