package io.huoji.command.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huoji.platform.database.SchemaVersions;
import io.huoji.platform.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreRefusedTest {

    @TempDir Path folder;

    private final Cleanup cleanup = new Cleanup();

    @Test
    void refusesWhatIsNoBackup() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.tar"), "Dear Sir or Madam");
        assertThatThrownBy(() -> Restore.look(text)).isInstanceOf(BackupRefused.class)
                .hasMessageContaining("not a backup of Huoji");
        Path empty = Files.createFile(folder.resolve("empty.tar"));
        assertThatThrownBy(() -> Restore.look(empty)).hasMessageContaining("not a backup of Huoji");
        assertThatThrownBy(() -> Restore.look(folder.resolve("none.tar"))).isInstanceOf(BackupRefused.class)
                .hasMessageContaining("cannot be read");
        Path other = folder.resolve("other.tar");
        try (ArchiveWriter archive = ArchiveWriter.create(other, Clock.systemUTC().instant(), cleanup)) {
            archive.entry("something.json", new byte[]{1});
            archive.finish();
        }
        assertThatThrownBy(() -> Restore.look(other)).hasMessageContaining("not a backup of Huoji");
    }

    @Test
    void refusesABackupOfANewerVersion() {
        assertThat(SchemaVersions.has("202611230100")).isTrue();
        assertThatThrownBy(() -> Restore.refuseNewer(heading(1, "299901010000"))).isInstanceOf(BackupRefused.class)
                .hasMessageContaining("9.9");
        assertThatThrownBy(() -> Restore.refuseNewer(heading(2, "202611230100"))).isInstanceOf(BackupRefused.class);
        assertThatThrownBy(() -> Restore.refuseNewer(heading(1, "../../x"))).isInstanceOf(BackupRefused.class);
    }

    private static Heading heading(int format, String schema) {
        return new Heading(format, "9.9", schema, Instant.EPOCH, 18, List.of());
    }

    @Test
    void refusesAFolderThatHoldsSomethingAndLeavesItAsItWas() throws IOException {
        Files.writeString(folder.resolve("precious"), "mine");
        Settings settings = Settings.of(Map.of("HUOJI_DATA_DIR", folder.toString()));
        assertThatThrownBy(() -> Installation.empty(settings, cleanup)).isInstanceOf(BackupRefused.class)
                .hasMessageContaining("precious");
        cleanup.close();
        assertThat(folder.resolve("precious")).hasContent("mine");
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    @Test
    void refusesToBackUpWhereNothingIs() {
        Settings settings = Settings.of(Map.of("HUOJI_DATA_DIR", folder.resolve("none").toString()));
        assertThatThrownBy(() -> Installation.existing(settings, cleanup)).isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no data");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void leavesNothingOfAnArchiveThatWasNotFinished() throws IOException {
        try (ArchiveWriter archive = ArchiveWriter.create(folder.resolve("half.tar"), Instant.EPOCH, cleanup)) {
            archive.entry("one", new byte[100_000]);
        }
        try (var rest = Files.list(folder)) {
            assertThat(rest).isEmpty();
        }
    }
}
