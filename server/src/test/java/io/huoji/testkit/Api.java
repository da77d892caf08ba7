package io.huoji.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP to the server under test, as a browser with cookies, as the holder of a token or as nobody. Paths are below
 * {@code /api/v1}, or from the root when they begin with {@code /api} or {@code /embed}.
 */
public final class Api {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final IntSupplier port;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Api(IntSupplier port) {
        this.port = port;
        headers.put("Accept-Language", "zh-CN");
    }

    /** The same caller with one more header on every request. */
    public Api with(String header, String value) {
        Api other = new Api(port);
        other.headers.putAll(headers);
        other.cookies.putAll(cookies);
        other.headers.put(header, value);
        return other;
    }

    Api withCookie(String name, String value) {
        Api other = with("User-Agent", "huoji test");
        other.cookies.put(name, value);
        return other;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** The body may be a JSON text, or anything that Jackson writes. */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(path);
        if (body == null)
            return send(request.method(method, BodyPublishers.noBody()));
        String text = body instanceof String json ? json : JSON.writeValueAsString(body);
        return send(request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(text, StandardCharsets.UTF_8)));
    }

    /** Uploads one file as part {@code file} of a multipart form. */
    public Answer upload(String path, String name, String mediaType, byte[] bytes, Map<String, String> fields) {
        String boundary = "huoji-test-boundary";
        var body = new java.io.ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(utf8("""
                --%s\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """.formatted(boundary, field, value))));
        body.writeBytes(utf8("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, name, mediaType)));
        body.writeBytes(bytes);
        body.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A request of this caller to complete by hand, e.g. for raw bodies or streams. */
    public HttpRequest.Builder request(String path) {
        String full = path.startsWith("/api") || path.startsWith("/embed") ? path : "/api/v1" + path;
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + full.replace(" ", "%20")))
                .timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            var pairs = cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
            request.header("Cookie", String.join("; ", pairs));
            if (cookies.containsKey("XSRF-TOKEN") && !headers.containsKey("X-XSRF-TOKEN"))
                request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The status alone, without waiting for the end of the body: for streams. */
    public int statusOf(String method, String path) {
        try {
            HttpResponse<java.io.InputStream> response = CLIENT.send(
                    request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void keep(String setCookie) {
        String pair = setCookie.substring(0, (setCookie + ";").indexOf(';'));
        int equals = pair.indexOf('=');
        if (setCookie.contains("Max-Age=0"))
            cookies.remove(pair.substring(0, equals));
        else
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    static JsonNode parse(byte[] body) {
        return JSON.readTree(body);
    }
}
