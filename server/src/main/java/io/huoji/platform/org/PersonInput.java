package io.huoji.platform.org;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a caller says about a person; what is left out stays as it is, an explicit null clears e-mail, mobile and manager.
 *
 * @param unit     where the person stands: since ever for a new one, else from {@code unitFrom}, else from today
 * @param unitFrom the first day in {@code unit}
 */
public record PersonInput(@Nullable String code, @Nullable String name, @Nullable JsonNode email,
        @Nullable JsonNode mobile,
        @Nullable JsonNode manager, @Nullable Map<String, String> externalIds,
        @Nullable List<MembershipInput> memberships, @Nullable JsonNode unit, @Nullable LocalDate unitFrom,
        @Nullable List<GrantInput> roles, @Nullable Boolean active) {

    /** One stay in a unit. */
    public record MembershipInput(@Nullable JsonNode unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** One role, held at a unit or at the own one. */
    public record GrantInput(@Nullable String role, @Nullable JsonNode unit) {}
}
