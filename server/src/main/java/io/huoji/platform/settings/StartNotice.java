package io.huoji.platform.settings;

import java.util.List;

/** Something the operator should read once the server answers, like the one-time set-up link. */
@FunctionalInterface
public interface StartNotice {

    /** The lines to print below the address; none when there is nothing to say. */
    List<String> lines();
}
