package io.huoji.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every {@link RecurringJob} and all {@link LongWork} from the time the server serves until it stops. */
@Component
class Jobs implements SmartLifecycle {

    private static final int THREADS = 5;

    private final DataSource dataSource;
    private final List<RecurringJob> jobs;
    private final LongWorks longWorks;
    private final boolean isEnabled;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource dataSource, List<RecurringJob> jobs, LongWorks longWorks,
            @Value("${huoji.jobs:true}") boolean isEnabled) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.longWorks = longWorks;
        this.isEnabled = isEnabled;
    }

    @Override
    public synchronized void start() {
        if (!isEnabled) {
            return;
        }
        scheduler = Scheduler.create(dataSource, List.copyOf(longWorks.tasks()))
                .startTasks(jobs.stream().map(Jobs::task).toList())
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(Duration.ofSeconds(10))
                .commitWhenAutocommitDisabled(true)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        scheduler.start();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.run(context.getExecution().lastSuccess));
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** Last to start and first to stop: jobs use everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
