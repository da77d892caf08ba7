package io.huoji.edge.api;

import java.io.IOException;

/** Thrown while reading a request body that grows over the limit. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("body too large");
    }
}
