package io.huoji.command.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one hash of archives, in hex. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    static String of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream());
        }
    }

    /** Copies everything, and answers the hash of what passed. */
    static String copy(InputStream in, OutputStream out) throws IOException {
        var hashing = new DigestInputStream(in, digest());
        hashing.transferTo(out);
        return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
    }
}
