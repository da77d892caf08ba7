package io.huoji.platform.table;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A change of a record: only the named fields; JSON null empties one.
 */
public record Patch(Map<String, JsonNode> fields, Source source) {}
