package io.huoji.platform.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a caller says about a role; what is left out stays as it is. */
public record RoleInput(@Nullable String key, @Nullable String name, @JsonProperty("class") @Nullable String roleClass,
        @Nullable String scope, @Nullable List<JsonNode> listedUnits, @Nullable List<String> permissions,
        @Nullable JsonNode condition) {}
