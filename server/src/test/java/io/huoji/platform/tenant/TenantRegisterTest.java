package io.huoji.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huoji.platform.tenant.TenantRegister.Entry;
import io.huoji.platform.tenant.TenantRegister.Refused;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class TenantRegisterTest {

    @Autowired World world;
    @Autowired TestClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void countsWhatIsInEachTenant() {
        Company company = world.newTenant();
        company.staff("zhang", "hq");
        company.as("zhang").get("/me").expect(200);
        company.admin().post("/tables", java.util.Map.of("key", "notes", "name", "笔记", "fields", java.util.List
                .of(java.util.Map.of("key", "text", "name", "内容", "type", "text")))).expect(201);
        for (int i = 0; i < 3; i++)
            company.admin().post("/tables/notes/records",
                    java.util.Map.of("fields", java.util.Map.of("text", "n" + i))).expect(201);
        Entry entry = world.register().find(company.tenant().toString());
        assertThat(entry.state()).isEqualTo(TenantState.PERMANENT);
        assertThat(entry.people()).isEqualTo(2);
        assertThat(entry.records()).isEqualTo(3);
        assertThat(entry.lastActivity()).isBetween(clock.instant().minusSeconds(90), clock.instant());
    }

    @Test
    void findsByNameIdOrAPartOfItAndRefusesWhatIsNotOne() {
        Company company = world.newTenant();
        TenantRegister register = world.register();
        Entry entry = register.find(company.tenant().toString());
        String id = entry.id().toString();
        assertThat(register.find(entry.name()).id()).isEqualTo(entry.id());
        assertThat(register.find(id.substring(24)).id()).isEqualTo(entry.id());
        world.newTenant();
        assertThatThrownBy(() -> register.find(id.substring(0, 4))).isInstanceOf(Refused.class)
                .hasMessageContaining("name one by its id");
        assertThatThrownBy(() -> register.find("no such company")).isInstanceOf(Refused.class);
    }

    @Test
    void extendsFromTheEndOrFromTodayWhenThatIsPast() {
        clock.set(Instant.parse("2026-12-01T04:00:00Z"));
        Company company = world.newTrial();
        TenantRegister register = world.register();
        register.extend(entry(company), 3);
        assertThat(entry(company).trialUntil()).isEqualTo("2026-12-11T16:00:00Z");
        clock.tick(Duration.ofDays(30));
        assertThat(entry(company).state()).isEqualTo(TenantState.ENDED);
        register.extend(entry(company), 1);
        assertThat(entry(company).trialUntil()).isEqualTo("2027-01-01T16:00:00Z");
        register.convert(entry(company));
        assertThat(entry(company).state()).isEqualTo(TenantState.PERMANENT);
        assertThatThrownBy(() -> register.extend(entry(company), 1)).hasMessageContaining("is permanent");
        assertThatThrownBy(() -> register.convert(entry(company))).hasMessageContaining("permanent already");
        assertThatThrownBy(() -> register.resume(entry(company))).hasMessageContaining("not suspended");
    }

    private Entry entry(Company company) {
        return world.register().find(company.tenant().toString());
    }
}
