package io.huoji.edge.embed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What a page shows: 256 random bits. Only its hash is kept. */
record TicketSecret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static TicketSecret fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new TicketSecret(HexFormat.of().formatHex(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "TicketSecret[…]";
    }
}
