package io.huoji.platform.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A mail in the outbox.
 *
 * @param id        also in its Message-ID, so that a mail program shows a second copy as the same
 * @param key       the same for the same wish: a second one is not taken
 * @param template  key of the {@link MailTemplate} that writes it
 * @param locale    language tag of its reader
 * @param params    what the template needs; never a secret
 * @param expiresAt not sent afterwards
 */
public record Mail(UUID id, String key, String template, String address, String locale, Map<String, String> params,
        Instant expiresAt) {}
