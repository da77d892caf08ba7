package io.huoji.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.huoji.platform.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;

class MailServerTest {

    private static final Letter LETTER = new Letter("标题", List.of("你好 <世界>", "> 打开 | https://huoji.example.com/x"));

    @Test
    void signsInWithAUserAndAPasswordOfAnyCharacters() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            server.setUser("me@example.com", "me@example.com", "p@ss:w/rd+");
            int port = server.getSmtp().getPort();
            mailServer("smtp://me%%40example.com:p%%40ss:w%%2Frd+@127.0.0.1:%d".formatted(port)).send(mail(), LETTER);
            var message = server.getReceivedMessages()[0];
            assertThat(message.getSubject()).isEqualTo("标题");
            assertThat(message.getMessageID()).isEqualTo("<%s@huoji.example.com>".formatted(mail().id()));
            assertThat(message.getFrom()[0].toString()).contains("me@example.com");
            assertThatThrownBy(() -> mailServer("smtp://me%%40example.com:wrong@127.0.0.1:%d".formatted(port))
                    .send(mail(), LETTER)).isInstanceOf(MailAuthenticationException.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void speaksTlsFromTheStartAndTrustsNoCertificateThatNobodyVouchesFor() {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTPS);
        try {
            MailServer mails = mailServer("smtps://127.0.0.1:%d".formatted(server.getSmtps().getPort()));
            assertThatThrownBy(() -> mails.send(mail(), LETTER)).hasStackTraceContaining("SSL");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsAPasswordToAnotherMachineOnlyOverTls() {
        assertThat(required("smtp://me:secret@192.0.2.1")).isEqualTo("true");
        assertThat(required("smtp://192.0.2.1")).isEqualTo("false");
        assertThat(required("smtp://me:secret@127.0.0.1")).isEqualTo("false");
    }

    @Test
    void escapesItsTextAndShowsTheAddressBehindTheButton() {
        assertThat(LETTER.html()).contains("你好 &lt;世界&gt;").contains("href=\"https://huoji.example.com/x\"");
        assertThat(LETTER.plain()).isEqualTo("你好 <世界>\n\n打开:\nhttps://huoji.example.com/x\n");
    }

    private static String required(String url) {
        return MailServer.sender(java.net.URI.create(url)).getJavaMailProperties()
                .getProperty("mail.smtp.starttls.required");
    }

    private static GreenMail server(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        return server;
    }

    private static MailServer mailServer(String url) {
        return new MailServer(Settings.of(Map.of("HUOJI_SMTP_URL", url, "HUOJI_BASE_URL",
                "https://huoji.example.com")));
    }

    private static Mail mail() {
        return new Mail(new UUID(7, 7), "key", "none", "you@example.com", "zh-CN", Map.of(),
                java.time.Instant.parse("2026-12-01T00:00:00Z"));
    }
}
