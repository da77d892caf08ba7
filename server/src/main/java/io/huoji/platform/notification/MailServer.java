package io.huoji.platform.notification;

import io.huoji.platform.settings.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The mail server of HUOJI_SMTP_URL. {@code smtps} speaks TLS from the start; {@code smtp} takes STARTTLS where it is offered, and
 * sends a password to another machine only over it. User and password may be percent-encoded; {@code ?from=} names the sender.
 */
@Component
class MailServer {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String NAME = "活绩 Huoji";
    private static final String FROM = "from=";

    private final @Nullable JavaMailSenderImpl sender;
    private final @Nullable String contact;
    private final String host;

    MailServer(Settings settings) {
        URI url = settings.smtpUrl();
        this.sender = url == null ? null : sender(url);
        this.contact = url == null ? null : contact(url);
        this.host = settings.baseUrl().getHost();
    }

    boolean isSet() {
        return sender != null;
    }

    @Nullable
    String contact() {
        return contact;
    }

    void send(Mail mail, Letter letter) throws MessagingException {
        if (sender == null)
            throw new IllegalStateException("There is no HUOJI_SMTP_URL.");
        MimeMessage message = new Identified(sender, "<%s@%s>".formatted(mail.id(), host));
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        try {
            helper.setFrom(contact == null ? "huoji@" + host : contact, NAME);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        helper.setTo(mail.address());
        helper.setSubject(letter.subject());
        helper.setText(letter.plain(), letter.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
    }

    private static @Nullable String contact(URI url) {
        String query = url.getQuery();
        if (query != null && query.startsWith(FROM))
            return query.substring(FROM.length());
        String user = credential(url, 0);
        return user != null && user.contains("@") ? user : null;
    }

    static JavaMailSenderImpl sender(URI url) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        String protocol = url.getScheme();
        sender.setProtocol(protocol);
        sender.setHost(url.getHost());
        if (url.getPort() >= 0)
            sender.setPort(url.getPort());
        sender.setUsername(credential(url, 0));
        sender.setPassword(credential(url, 1));
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(PATIENCE.toMillis());
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "auth", Boolean.toString(sender.getUsername() != null));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required",
                Boolean.toString(protocol.equals("smtp") && sender.getPassword() != null && !isThisMachine(url)));
        return sender;
    }

    private static boolean isThisMachine(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The user (0) or the password (1). */
    private static @Nullable String credential(URI url, int place) {
        String[] parts = url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
        return parts.length <= place || parts[place].isEmpty()
                ? null
                : URLDecoder.decode(parts[place].replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Keeps its own Message-ID: the library would give each copy another. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
