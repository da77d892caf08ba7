package io.huoji.command.backup;

/** A backup or restore that cannot be done until a person mends something; the message is the one line that person sees. */
final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupRefused(String message) {
        super(message);
    }
}
