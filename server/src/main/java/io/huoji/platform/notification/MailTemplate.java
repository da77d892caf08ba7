package io.huoji.platform.notification;

/** Writes the mails of one kind. A module that has mails to send brings one as a bean. */
public interface MailTemplate {

    /** Stable; what {@link Mail#template()} names. */
    String key();

    /** Called right before each attempt, so that a letter may carry a secret that is nowhere stored. */
    Letter write(Mail mail);
}
