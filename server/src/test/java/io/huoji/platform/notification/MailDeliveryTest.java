package io.huoji.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.settings.Settings;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuojiTest
class MailDeliveryTest {

    private static final String TEMPLATE = "test-" + UUID.randomUUID();

    @Autowired MailRepository repository;
    @Autowired Mails mails;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final String address = UUID.randomUUID() + "@example.com";

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void triesAgainUntilTheMailServerIsBackAndSendsOnce() throws IOException {
        int port = freePort();
        MailDelivery delivery = delivery(port);
        Mail mail = post("again", Duration.ofHours(24));
        run(delivery);
        assertThat(row(mail)).containsEntry("attempts", 1).containsEntry("sent", false);
        assertThat(String.valueOf(row(mail).get("error"))).contains("127.0.0.1");
        run(delivery);
        assertThat(row(mail)).as("not before its pause").containsEntry("attempts", 1);

        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            clock.tick(Duration.ofMinutes(1));
            run(delivery);
            run(delivery);
            assertThat(server.getReceivedMessagesForDomain(address)).hasSize(1);
            assertThat(row(mail)).containsEntry("attempts", 2).containsEntry("sent", true).containsEntry("due", false);
        } finally {
            server.stop();
        }
    }

    @Test
    void givesUpWhenTheMailIsNotWorthSendingAnyMore() throws IOException {
        MailDelivery delivery = delivery(freePort());
        Mail mail = post("late", Duration.ofHours(1));
        run(delivery);
        clock.tick(Duration.ofHours(2));
        run(delivery);
        assertThat(row(mail)).containsEntry("sent", false).containsEntry("due", false).containsEntry("attempts", 1);
        clock.tick(Duration.ofDays(8));
        run(delivery);
        assertThat(mails.byId(mail.id())).isEmpty();
    }

    @Test
    void takesAMailOfTheSameKeyOnce() {
        Mail first = post("same", Duration.ofHours(1));
        Mail second = post("same", Duration.ofHours(1));
        assertThat(mails.byId(first.id())).isPresent();
        assertThat(mails.byId(second.id())).isEmpty();
    }

    @Test
    void pausesFromAMinuteToAnHour() {
        assertThat(List.of(1, 2, 3, 7, 50).stream().map(MailDelivery::pauseAfter)).containsExactly(
                Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofHours(1),
                Duration.ofHours(1));
    }

    /** Often enough that what other tests left in the outbox is out of the way: each run ends with the first that fails. */
    private static void run(MailDelivery delivery) {
        for (int i = 0; i < 10; i++)
            delivery.run(null);
    }

    private Mail post(String key, Duration life) {
        Mail mail = new Mail(Ids.next(), key + address, TEMPLATE, address, "zh-CN", Map.of(),
                clock.instant().plus(life));
        mails.post(mail);
        return mail;
    }

    private MailDelivery delivery(int port) {
        Settings settings = Settings.of(Map.of("HUOJI_SMTP_URL", "smtp://127.0.0.1:" + port));
        MailTemplate template = new MailTemplate() {
            @Override
            public String key() {
                return TEMPLATE;
            }

            @Override
            public Letter write(Mail mail) {
                return new Letter("Test", List.of("Test"));
            }
        };
        return new MailDelivery(repository, new MailServer(settings), List.of(template), new SimpleMeterRegistry(),
                clock);
    }

    private Map<String, @Nullable Object> row(Mail mail) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> jdbc.sql("""
                select attempts, sent_at is not null as sent, next_at is not null as due,
                       coalesce(last_error, '') as error
                from mail where id = :id
                """).param("id", mail.id()).query().singleRow()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
