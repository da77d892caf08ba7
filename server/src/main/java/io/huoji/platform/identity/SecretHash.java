package io.huoji.platform.identity;

import java.util.HexFormat;

/** SHA-256 of a secret, in hex; what the credential table is keyed by. */
record SecretHash(String hex) {

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    static SecretHash of(byte[] bytes) {
        return new SecretHash(HexFormat.of().formatHex(bytes));
    }
}
