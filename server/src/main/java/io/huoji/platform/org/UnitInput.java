package io.huoji.platform.org;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a caller says about a unit; what is left out stays as it is. */
public record UnitInput(@Nullable String code, @Nullable String name, @Nullable JsonNode parent, @Nullable String kind,
        @Nullable Integer position) {}
