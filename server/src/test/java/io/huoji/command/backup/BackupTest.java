package io.huoji.command.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huoji.platform.database.DatabaseContent;
import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.database.DebianPostgres;
import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartRefused;
import io.huoji.platform.settings.UnfinishedRestore;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A backup of a server at work, restored elsewhere and compared. */
@HuojiTest
class BackupTest {

    @Autowired World world;
    @Autowired DatabaseServer server;
    @Autowired DataDirectory data;

    @TempDir Path folder;

    private final Cleanup cleanup = new Cleanup();
    private final Progress quiet = new Progress(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @BeforeEach
    void openToPostgres() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void tidy() {
        cleanup.close();
    }

    private List<String> backUp(Installation from, String name) throws IOException {
        return new Backup(from, quiet, Clock.systemUTC(), cleanup).write(folder.resolve(name));
    }

    private Manifest load(Place place, String name) throws IOException {
        return new Restore(place.installation(), quiet).load(folder.resolve(name), cleanup.temporaryFile());
    }

    private void restore(Place place, String name) throws IOException {
        load(place, name);
        new Restore(place.installation(), quiet).finish();
    }

    @Test
    void bringsBackOneMomentOfAServerAtWorkAndServesIt() throws Exception {
        Company company = world.newTenant();
        OddCompany odd = new OddCompany(company);
        String record = odd.record();
        whileWriting(odd, () -> assertThat(backUp(new Installation(data.path(), server), "one.tar")).isEmpty());
        assertThat(Files.getPosixFilePermissions(folder.resolve("one.tar")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Path first = folder.resolve("first");
        try (Place one = Place.builtIn(first); Place two = elsewhere()) {
            restore(one, "one.tar");
            assertThat(DatabaseContent.dressing(one.server())).isEqualTo(DatabaseContent.dressing(server));
            assertThat(DatabaseContent.number(one.server(), """
                    select count(*) from record r where tenant_id = '%s' and version <> (select count(*)
                    from record_history h where h.tenant_id = r.tenant_id and h.record_id = r.id)"""
                    .formatted(company.tenant()))).as("records without their whole history").isZero();
            assertThat(backUp(one.installation(), "two.tar")).as("files that rows name").isEmpty();
            restore(two, "two.tar");
            assertThat(DatabaseContent.of(two.server())).isEqualTo(DatabaseContent.of(one.server()));
        }
        RestoredServer.check(first, company, record);
    }

    private void whileWriting(OddCompany odd, ThrowingRunnable work) throws Exception {
        AtomicBoolean isDone = new AtomicBoolean();
        int before = odd.written();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> {
                do {
                    odd.record();
                } while (!isDone.get());
                return odd.written();
            });
            try {
                work.run();
            } finally {
                isDone.set(true);
            }
            assertThat(writing.get()).as("records written meanwhile").isGreaterThan(before);
        }
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void refusesWhatIsNotAsItWasAndCanBeTriedAgain() throws Exception {
        new OddCompany(world.newTenant()).record();
        backUp(new Installation(data.path(), server), "whole.tar");
        Archives archives = new Archives(folder, "whole.tar");
        try (Place place = Place.builtIn(folder.resolve("place"))) {
            for (Map.Entry<String, String> damaged : Map.of("part.tar", archives.flipIn("part.tar", "database/record/"),
                    "file.tar", archives.flipIn("file.tar", "data/files/"), "list.tar",
                    archives.flipIn("list.tar", DataFile.LIST), "heading.tar", archives.relabel("heading.tar"),
                    "cut.tar",
                    archives.cut("cut.tar"), "path.tar", archives.withEntry("path.tar", "data/../outside"))
                    .entrySet()) {
                assertThatThrownBy(() -> load(place, damaged.getKey())).as(damaged.getKey())
                        .isInstanceOf(BackupRefused.class).hasMessageContaining(damaged.getValue());
                assertThatThrownBy(() -> new UnfinishedRestore(place.path()).refuseStart())
                        .isInstanceOf(StartRefused.class);
                assertThatThrownBy(() -> place.server().refuseUnfinishedRestore()).isInstanceOf(StartRefused.class);
                assertThat(DatabaseContent.number(place.server(), "select count(*) from record")).isZero();
            }
            restore(place, "whole.tar");
            new UnfinishedRestore(place.path()).refuseStart();
            place.server().refuseUnfinishedRestore();
            assertThat(DatabaseContent.number(place.server(), "select count(*) from record")).isPositive();
            assertThatThrownBy(() -> load(place, "whole.tar")).isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("not empty");
        }
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void saysWhichFileOfTheDatabaseIsLostOrChanged() throws Exception {
        Company company = world.newTenant();
        new OddCompany(company).record();
        Path lost;
        try (var files = Files.walk(data.path().resolve("files/" + company.tenant()))) {
            lost = files.filter(Files::isRegularFile).filter(it -> !it.toString().endsWith(".thumb")).findAny()
                    .orElseThrow();
        }
        byte[] content = Files.readAllBytes(lost);
        Files.write(lost, new byte[]{1, 2, 3});
        assertThat(backUp(new Installation(data.path(), server), "changed.tar")).singleElement().asString()
                .contains(lost.getFileName().toString(), "another size or hash");
        Files.delete(lost);
        assertThat(backUp(new Installation(data.path(), server), "lost.tar")).singleElement().asString()
                .contains(lost.getFileName().toString(), "missing");
        Files.write(lost, content);
    }

    @Test
    void provesABackupInAScratchPlaceAndLeavesNothingThere() throws Exception {
        new OddCompany(world.newTenant()).record();
        backUp(new Installation(data.path(), server), "proven.tar");
        assertThat(new Verification(folder.resolve("proven.tar"), quiet, cleanup).findings()).isEmpty();
        Archives archives = new Archives(folder, "proven.tar");
        String damaged = archives.flipIn("damaged.tar", "data/files/");
        assertThat(new Verification(folder.resolve("damaged.tar"), quiet, cleanup).findings()).singleElement()
                .asString()
                .contains(damaged);
        cleanup.close();
        try (var rest = Files.list(folder)) {
            assertThat(rest.map(it -> it.getFileName().toString())).containsOnly("proven.tar", "damaged.tar");
        }
    }

    /** An external server of another major version where there is one, else one more of the built-in. */
    private Place elsewhere() throws IOException {
        if (!DebianPostgres.isInstalled(15)) {
            return Place.builtIn(folder.resolve("second"));
        }
        var debian = DebianPostgres.start(15);
        cleanup.later(debian::close);
        var address = debian.address();
        return Place.on(
                DatabaseServer.open(Settings.of(Map.of("HUOJI_DATABASE_URL", address.url(), "HUOJI_DATABASE_USER",
                        address.user(), "HUOJI_DATABASE_PASSWORD", Objects.requireNonNull(address.password()))), data),
                folder.resolve("second"));
    }
}
