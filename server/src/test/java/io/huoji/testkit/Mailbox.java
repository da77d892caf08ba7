package io.huoji.testkit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.huoji.platform.job.RecurringJob;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** The mailboxes of everybody, behind a real mail server that the server under test sends to. */
@TestComponent
public class Mailbox {

    /** A mail that arrived. */
    public record Post(String subject, String from, String messageId, String plain, String html) {}

    /** How often the delivery runs, as each run takes only so many. */
    private static final int PACKS = 4;
    private static final GreenMail SERVER = started();

    private final List<RecurringJob> jobs;

    Mailbox(List<RecurringJob> jobs) {
        this.jobs = jobs;
    }

    private static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** Hands over what is due, and answers what that address has got so far. */
    public List<Post> of(String address) {
        for (int pack = 0; pack < PACKS; pack++)
            jobs.stream().filter(job -> job.name().equals("mail-delivery")).forEach(job -> job.run(null));
        return Arrays.stream(SERVER.getReceivedMessagesForDomain(address)).map(Mailbox::post).toList();
    }

    private static Post post(MimeMessage message) {
        try {
            return new Post(message.getSubject(), message.getFrom()[0].toString(), message.getMessageID(),
                    part(message.getContent(), "text/plain"), part(message.getContent(), "text/html"));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof MimeMultipart several)
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart part = several.getBodyPart(i);
                String found = part.isMimeType(type) ? part.getContent().toString() : part(part.getContent(), type);
                if (!found.isEmpty())
                    return found;
            }
        return "";
    }
}
