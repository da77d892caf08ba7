package io.huoji.platform.settings;

/** A start that cannot go on until a person mends something; the message is the one line that person sees. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
