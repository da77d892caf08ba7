package io.huoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartTest {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir Path home;

    @Test
    void endsWithOneLineAndCodeTwo() throws Exception {
        var refused = start(Map.of("HUOJI_PROT", "8080"));
        assertThat(refused.output.lines()).containsExactly("Settings refused: HUOJI_PROT is not a setting of Huoji.");
        assertThat(refused.code).isEqualTo(2);
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (var taken = new java.net.ServerSocket(0)) {
            var refused = start(Map.of("HUOJI_PORT", Integer.toString(taken.getLocalPort())));
            assertThat(refused.output.lines()).singleElement().asString().contains("HUOJI_PORT");
            assertThat(refused.code).isEqualTo(2);
        }
    }

    private Run start(Map<String, String> settings) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(JAVA, "-cp", System.getProperty("java.class.path"),
                "io.huoji.HuojiApplication")
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUOJI_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("HUOJI_DATA_DIR", home.toString());
        builder.environment().putAll(settings);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private record Run(int code, String output) {}
}
