package io.huoji.command.backup;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes the rows of one table as they pass. */
final class TableDigest {

    private static final int HEX_DIGITS = 64;

    private final MessageDigest stream = Sha256.digest();
    private final MessageDigest single = Sha256.digest();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;
    private long bytes;

    void add(byte[] line) {
        rows++;
        bytes += line.length;
        stream.update(line);
        sum = sum.add(new BigInteger(1, single.digest(line)));
    }

    long rows() {
        return rows;
    }

    TableFigures figures(String table) {
        var all = sum.toString(16);
        var kept = "0".repeat(Math.max(0, HEX_DIGITS - all.length())) + all;
        return new TableFigures(table, rows, bytes, HexFormat.of().formatHex(stream.digest()),
                kept.substring(kept.length() - HEX_DIGITS));
    }
}
