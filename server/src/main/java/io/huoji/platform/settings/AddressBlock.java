package io.huoji.platform.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of network addresses in CIDR form; a single address is a block of one. */
final class AddressBlock {

    private static final Pattern SHAPE = Pattern
            .compile("(?<address>[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(/(?<bits>[0-9]{1,3}))?");

    private AddressBlock() {}

    static boolean isOne(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return false;
        }
        try {
            // A literal by its shape: no name is looked up.
            var most = InetAddress.getByName(shape.group("address")).getAddress().length * Byte.SIZE;
            return shape.group("bits") == null || Integer.parseInt(shape.group("bits")) <= most;
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    /** The block as text that always names its length, like 10.0.0.1/32. */
    static String of(String text) {
        return text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
    }
}
