package io.huoji.platform.notification;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The mails to people who belong to no tenant. Posting one only stores it: a mail server that fails never fails whoever posts,
 * and nothing is lost by a crash.
 */
@Service
public class Mails {

    private final MailRepository repository;
    private final MailServer server;
    private final Clock clock;

    Mails(MailRepository repository, MailServer server, Clock clock) {
        this.repository = repository;
        this.server = server;
        this.clock = clock;
    }

    /** Takes the mail for delivery, unless one with this key was taken before. */
    public void post(Mail mail) {
        repository.insert(mail, clock.instant());
    }

    /** A mail that is not yet forgotten. */
    public Optional<Mail> byId(UUID id) {
        return repository.byId(id);
    }

    /** The address that mails come from and answers go to; null when the operator has named none. */
    public @Nullable String contact() {
        return server.contact();
    }
}
