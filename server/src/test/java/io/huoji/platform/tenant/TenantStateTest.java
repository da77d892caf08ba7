package io.huoji.platform.tenant;

import static io.huoji.platform.tenant.TenantState.ENDED;
import static io.huoji.platform.tenant.TenantState.PERMANENT;
import static io.huoji.platform.tenant.TenantState.SUSPENDED;
import static io.huoji.platform.tenant.TenantState.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TenantStateTest {

    private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");

    @Test
    void isPermanentWithoutATrial() {
        assertThat(TenantState.at(NOON, null, null)).isEqualTo(PERMANENT);
    }

    @Test
    void endsAtTheVeryInstant() {
        assertThat(TenantState.at(NOON.minusNanos(1), NOON, null)).isEqualTo(TRIAL);
        assertThat(TenantState.at(NOON, NOON, null)).isEqualTo(ENDED);
    }

    @Test
    void isSuspendedFromThatMomentOnWhateverElseItIs() {
        assertThat(TenantState.at(NOON.minusNanos(1), null, NOON)).isEqualTo(PERMANENT);
        assertThat(TenantState.at(NOON, null, NOON)).isEqualTo(SUSPENDED);
        assertThat(TenantState.at(NOON, NOON.minusSeconds(9), NOON)).isEqualTo(SUSPENDED);
    }

    @Test
    void letsPeopleWorkOnlyWhileTheyMayWrite() {
        assertThat(PERMANENT.isAtWork()).isTrue();
        assertThat(TRIAL.isAtWork()).isTrue();
        assertThat(ENDED.isAtWork()).isFalse();
        assertThat(SUSPENDED.isAtWork()).isFalse();
    }

    @Test
    void givesWholeDaysThatEndAtMidnightOfTheTenant() {
        assertThat(TenantState.trialEnd(NOON, 7, ZoneId.of("Asia/Shanghai"))).isEqualTo("2026-12-05T16:00:00Z");
        assertThat(TenantState.trialEnd(Instant.parse("2026-11-28T16:00:00Z"), 7, ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2026-12-06T16:00:00Z");
        assertThat(TenantState.trialEnd(Instant.parse("2026-03-25T12:00:00Z"), 7, ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-04-01T22:00:00Z");
    }
}
