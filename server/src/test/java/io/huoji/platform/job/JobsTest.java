package io.huoji.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.HuojiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class JobsTest {

    @Autowired DataSource dataSource;

    @Test
    void stayStillWhenSwitchedOff() {
        var jobs = new Jobs(dataSource, List.of(new Counted(new CountDownLatch(1))),
                new LongWorks(List.of(), dataSource), false);
        jobs.start();
        assertThat(jobs.isRunning()).isFalse();
    }

    @Test
    void comeBackAfterAFailure() throws InterruptedException {
        var runs = new CountDownLatch(3);
        var jobs = new Jobs(dataSource, List.of(new Counted(runs)), new LongWorks(List.of(), dataSource), true);
        jobs.start();
        try {
            assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            jobs.stop();
        }
        assertThat(jobs.isRunning()).isFalse();
    }

    /** Fails the first time. */
    private record Counted(CountDownLatch runs) implements RecurringJob {

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(10);
        }

        @Override
        public void run(@Nullable Instant lastSuccess) {
            runs.countDown();
            if (runs.getCount() == 2) {
                throw new IllegalStateException("The first run fails.");
            }
        }
    }
}
