package io.huoji.command.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Company;
import io.huoji.testkit.ServerProcess;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own on a restored data directory, used as its people use it. */
final class RestoredServer {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    private RestoredServer(String base) {
        this.base = base;
    }

    /** Signs in as the company's admin and finds the record, its history and its photo. */
    static void check(Path data, Company company, String record) throws Exception {
        try (ServerProcess process = ServerProcess.start(data, Map.of())) {
            RestoredServer server = new RestoredServer(process.url() + "/api/v1");
            var signIn = server.request("/sessions").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(
                            Map.of("login", company.adminEmail(), "password", company.password()))));
            assertThat(server.http.send(signIn.build(), BodyHandlers.ofString()).statusCode()).isLessThan(300);
            JsonNode found = server.get("/records/" + record);
            assertThat(found.at("/fields/body").asString()).isEqualTo(OddCompany.ODD);
            assertThat(server.get("/records/" + record + "/history").path("items").size()).isEqualTo(2);
            String photo = found.at("/fields/proof/0/file/id").asString(found.at("/fields/proof/0/file").asString(""));
            assertThat(server.send("/files/" + photo).statusCode()).isEqualTo(200);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<byte[]> send(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<byte[]> answer = send(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
