package io.huoji.platform.notification;

import io.huoji.platform.job.RecurringJob;
import io.huoji.platform.notification.MailRepository.Due;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * Hands the mails of the outbox to the mail server, each at least once: an attempt that fails, or whose process dies, is made again
 * after a pause that doubles from a minute to an hour, until the mail is no longer worth sending. An address that the server
 * refuses is given up at once.
 */
@Component
class MailDelivery implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int PACK = 20;
    private static final int LONGEST_ERROR = 500;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** How long an expired mail stays, so that its last error can be looked up. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final MailRepository repository;
    private final MailServer server;
    private final Map<String, MailTemplate> templates;
    private final MeterRegistry meters;
    private final Clock clock;

    MailDelivery(MailRepository repository, MailServer server, List<MailTemplate> templates, MeterRegistry meters,
            Clock clock) {
        this.repository = repository;
        this.server = server;
        this.templates = templates.stream().collect(Collectors.toMap(MailTemplate::key, Function.identity()));
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail-delivery";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        Instant now = clock.instant();
        if (lastSuccess == null || !lastSuccess.truncatedTo(ChronoUnit.HOURS).equals(now.truncatedTo(ChronoUnit.HOURS)))
            repository.deleteExpired(now.minus(KEPT));
        if (server.isSet())
            for (Due due : repository.due(now, PACK))
                if (!deliver(due))
                    return;
    }

    /** False when the mail server failed: it would fail the next one as well, each after a long wait. */
    private boolean deliver(Due due) {
        Mail mail = due.mail();
        Instant now = clock.instant();
        if (!now.isBefore(mail.expiresAt())) {
            repository.failed(mail.id(), "Expired before it could be sent.", null);
            return true;
        }
        Instant next = now.plus(pauseAfter(due.attempt()));
        repository.attempt(mail.id(), due.attempt(), next);
        MailTemplate template = templates.get(mail.template());
        if (template == null) {
            // Of a newer version, which runs beside this one for a while: that one will send it.
            repository.failed(mail.id(), "No template %s.".formatted(mail.template()), next);
            return true;
        }
        try {
            server.send(mail, template.write(mail));
            repository.sent(mail.id(), clock.instant());
            meters.counter("huoji.mail.sent").increment();
            return true;
        } catch (MessagingException | MailException fault) {
            boolean isHopeless = isHopeless(fault);
            repository.failed(mail.id(), oneLine(fault), isHopeless ? null : next);
            meters.counter("huoji.mail.failed").increment();
            LOG.warn("Mail {} was not taken at attempt {}{}: {}", mail.id(), due.attempt(),
                    isHopeless ? " and is given up" : "", oneLine(fault));
            return isHopeless;
        }
    }

    static Duration pauseAfter(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** No address, or one that the server refuses for good (5xx to RCPT): only those count as invalid. */
    private static boolean isHopeless(Exception fault) {
        if (fault instanceof AddressException)
            return true;
        return fault instanceof MailSendException several && several.getFailedMessages()
                .values()
                .stream()
                .anyMatch(failure -> failure instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0);
    }

    private static String oneLine(Exception fault) {
        String text = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ").strip();
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
