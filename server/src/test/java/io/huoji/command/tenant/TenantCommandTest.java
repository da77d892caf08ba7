package io.huoji.command.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huoji.platform.settings.StartRefused;
import io.huoji.platform.tenant.TenantRegister.Refused;
import io.huoji.testkit.Eventually;
import io.huoji.testkit.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantCommandTest {

    private static final String LOGIN = "{\"login\":\"boss@example.com\",\"password\":\"correct horse 1\"}";

    @TempDir Path home;

    @Test
    void worksBesideARunningServerAndWithoutOne() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        ServerProcess server = ServerProcess.start(home,
                Map.of("HUOJI_ADMIN_EMAIL", "boss@example.com", "HUOJI_ADMIN_PASSWORD", "correct horse 1"));
        try {
            assertThat(signIn(server)).isEqualTo(200);
            List<String> lines = run("list").lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.getLast()).contains("我的企业").contains("permanent");
            assertThatThrownBy(() -> run("extend", "我的企业", "7")).isInstanceOf(Refused.class);
            assertThat(run("suspend", "我的企业")).contains("suspended");
            Eventually.holds(() -> signIn(server) == 403);
            run("resume", "我的企业");
            Eventually.holds(() -> signIn(server) == 200);
        } finally {
            server.close();
        }
        assertThat(run("suspend", "我的企业")).contains("suspended");
        try (ServerProcess again = server.startAgain()) {
            assertThat(signIn(again)).isEqualTo(403);
        }
    }

    @Test
    void refusesWhatItDoesNotKnowInWords() {
        assertThatThrownBy(() -> run("list")).isInstanceOf(StartRefused.class).hasMessageContaining("HUOJI_DATA_DIR");
        assertThatThrownBy(() -> run("delete", "x")).hasMessageStartingWith("Usage:");
        assertThatThrownBy(() -> run("extend", "x")).hasMessageStartingWith("Usage:");
        assertThatThrownBy(() -> run("extend", "x", "0")).hasMessageContaining("from 1 to 3650");
        assertThat(home.resolve("huoji.lock")).doesNotExist();
    }

    @Test
    void countsAChineseCharacterAsTwoLetters() {
        assertThat(TenantTable.width("活绩 a（")).isEqualTo(8);
    }

    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TenantCommand(Map.of("HUOJI_DATA_DIR", home.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(words));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int signIn(ServerProcess server) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(LOGIN))
                    .build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
