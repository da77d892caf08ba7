package io.huoji.edge.market;

import tools.jackson.databind.node.ObjectNode;

/**
 * One part of an app: a table, one of its fields, a node…
 *
 * @param key     its name in the file; of a field or view {@code table/key}
 * @param path    where it stands in the file: {@code tables[0].fields[2]}
 * @param content what the file says of it, without the parts inside it
 */
record Part(Kind kind, String key, String path, ObjectNode content) {

    String table() {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    String bareKey() {
        return key.substring(key.indexOf('/') + 1);
    }

    String name() {
        return content.path("name").asString(key);
    }
}
