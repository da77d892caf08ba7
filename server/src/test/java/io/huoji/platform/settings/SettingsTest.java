package io.huoji.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', value = {"HUOJI_PORT | 80a", "HUOJI_PORT | 65536",
        "HUOJI_PORT | -1", "HUOJI_MANAGEMENT_PORT | x", "HUOJI_BIND | two words", "HUOJI_DATABASE_URL | mysql://x/y",
        "HUOJI_DATABASE_USER | lonely", "HUOJI_DATABASE_PASSWORD | lonely", "HUOJI_BASE_URL | huoji.example.com",
        "HUOJI_BASE_URL | ftp://huoji.example.com", "HUOJI_BASE_URL | https://huoji.example.com/?a=b",
        "HUOJI_TLS_CERTIFICATE | /no/such/file", "HUOJI_TLS_KEY | /no/such/file",
        "HUOJI_TRUSTED_PROXIES | 10.0.0.0/8;x", "HUOJI_TRUSTED_PROXIES | 10.0.0.0/33",
        "HUOJI_TRUSTED_PROXIES | 10.0.0.999", "HUOJI_TRUSTED_PROXIES | proxy.example", "HUOJI_ADMIN_EMAIL | nobody",
        "HUOJI_SMTP_URL | http://mail", "HUOJI_SMTP_URL | smtp://mail?from=nobody",
        "HUOJI_SMTP_URL | smtp://mail?tls=no",

        "HUOJI_TRIALS | yes", "HUOJI_FETCH_ALLOW | a b", "HUOJI_TIME_ZONE | Mars/Base", "HUOJI_POTR | 8080"})
    void refusesABadValueInOneLineThatNamesIt(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value))).isInstanceOf(StartRefused.class)
                .hasMessageContaining(name)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("HUOJI_PORT", "x", "HUOJI_TRIALS", "maybe", "HUOJI_COLOR", "red")))
                .hasMessageContaining("HUOJI_PORT")
                .hasMessageContaining("HUOJI_TRIALS")
                .hasMessageContaining("HUOJI_COLOR");
    }

    @Test
    void offersNoTrialsWhoseLinkCouldNotBeSentOrWouldLeadNowhere() {
        assertThatThrownBy(() -> Settings.of(Map.of("HUOJI_TRIALS", "on"))).isInstanceOf(StartRefused.class)
                .hasMessageContaining("HUOJI_SMTP_URL")
                .hasMessageContaining("HUOJI_BASE_URL")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void neverRepeatsAnAddressThatMayHoldAPassword() {
        assertThatThrownBy(() -> Settings.of(Map.of("HUOJI_SMTP_URL", "imap://me:secret@mail")))
                .message()
                .doesNotContain("secret");
    }

    @Test
    void refusesOnePortForTwoDoors() {
        assertThatThrownBy(() -> Settings.of(Map.of("HUOJI_PORT", "8081")))
                .hasMessageContaining("HUOJI_MANAGEMENT_PORT");
    }

    @Test
    void needsNothing() {
        var settings = Settings.of(Map.of("PATH", "/bin", "HUOJI_SMTP_URL", ""));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("0.0.0.0");
        assertThat(settings.managementPort()).isEqualTo(8081);
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.database()).isNull();
        assertThat(settings.smtpUrl()).isNull();
        assertThat(settings.trials()).isFalse();
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void keepsTheDemoOnThisMachineAndOnItsOwnData() {
        var settings = Settings.ofDemo(Map.of());
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.dataDir()).isEqualTo(Path.of("data-demo").toAbsolutePath());
        assertThat(settings.demo()).isTrue();
    }

    @Test
    void readsWhatIsSet() {
        var settings = Settings.of(Map.of("HUOJI_PORT", "9000", "HUOJI_BASE_URL", "https://huoji.example.com/",
                "HUOJI_TRUSTED_PROXIES", "10.0.0.1, 192.168.0.0/16", "HUOJI_TRIALS", "on", "HUOJI_SMTP_URL",
                "smtps://me:secret@mail.example.com?from=huoji@example.com", "HUOJI_DATABASE_URL",
                "jdbc:postgresql://db/huoji", "HUOJI_DATABASE_USER", "admin"));
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.baseUrl()).isEqualTo(URI.create("https://huoji.example.com"));
        assertThat(settings.trustedProxies()).isEqualTo(List.of("10.0.0.1/32", "192.168.0.0/16"));
        assertThat(settings.trials()).isTrue();
        assertThat(settings.database())
                .isEqualTo(new Settings.ExternalDatabase("jdbc:postgresql://db/huoji", "admin", null));
    }
}
