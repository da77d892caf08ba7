package io.huoji;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuojiTest
class StartTest {

    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired TestClock testClock;
    @Autowired
    @Qualifier("sweepDataSource") DataSource sweep;

    @Test
    void worksAsARoleThatOwnsNothingAndPassesNoWall() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("huoji_app");
        assertThat(
                jdbc.sql("select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql("select count(*) from pg_class where relowner = current_user::regrole")
                .query(Long.class)
                .single()).isZero();
    }

    @Test
    void sweepsAsARoleOfItsOwnThatOnlyReads() {
        var client = JdbcClient.create(sweep);
        assertThat(client.sql("select current_user").query(String.class).single()).isEqualTo("huoji_sweep");
        assertThat(client.sql("show default_transaction_read_only").query(String.class).single()).isEqualTo("on");
    }

    @Test
    void migratesBeforeAnythingElse() {
        assertThat(jdbc.sql("select to_regclass('record') is not null").query(Boolean.class).single()).isTrue();
    }

    @Test
    void letsTestsTickTheClock() {
        testClock.set(Instant.parse("2026-11-23T01:00:00Z"));
        testClock.tick(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo("2026-11-24T01:00:00Z");
        testClock.reset();
    }
}
