package io.huoji.platform.table;

import tools.jackson.databind.node.ObjectNode;

/**
 * A record as the API answers it.
 *
 * @param json the answer's body
 */
public record StoredRecord(RecordRow row, ObjectNode json) {}
