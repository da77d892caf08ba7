package io.huoji.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path home;

    @Test
    void letsOneServerInAndTellsTheSecondInOneLine() {
        try (var first = DataDirectory.hold(home)) {
            assertThatThrownBy(() -> DataDirectory.hold(home)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining(first.path().toString())
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void isFreeAgainWhenClosed() {
        DataDirectory.hold(home).close();
        DataDirectory.hold(home).close();
    }

    @Test
    void saysWhyItCannotBeWritten() throws IOException {
        var file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.hold(file.resolve("below"))).isInstanceOf(StartRefused.class);
    }

    @Test
    void keepsASecretForTheOwnerAlone() throws IOException {
        String secret;
        try (var data = DataDirectory.hold(home)) {
            secret = data.secret("tickets");
            assertThat(secret).hasSize(64).isNotEqualTo(data.secret("other"));
        }
        try (var again = DataDirectory.hold(home)) {
            assertThat(again.secret("tickets")).isEqualTo(secret);
        }
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets/tickets")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
