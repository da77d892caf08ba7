package io.huoji.platform.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller as the API tells it: who, where, with which rights. A token has no account. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Me(@Nullable AccountView account, TenantView tenant, PersonView person, List<String> roles,
        List<String> permissions, ScopeView scope) {

    record AccountView(UUID id, String login, String name, @Nullable String locale) {}

    /**
     * @param state      permanent, trial or ended (after its trial, when it can only read)
     * @param trialUntil the end of its trial
     * @param contact    whom to ask for more time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TenantView(UUID id, String name, String zone, String locale, String state, @Nullable Instant trialUntil,
            @Nullable String contact) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonView(UUID id, String code, String name, @Nullable UnitView unit) {}

    record UnitView(UUID id, String code, String name) {}

    record ScopeView(boolean all, int unitCount) {}
}
