package io.huoji.platform.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.huoji.platform.database.OpenTransaction;
import io.huoji.platform.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Starts {@link LongWork}, keeps it going over restarts and hands that of a dead node to another. */
@Component
public class LongWorks {

    /** Two at once leave threads for the duties that recur. */
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BACKOFF = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 4;

    private final List<CustomTask<Void>> tasks;
    private final SchedulerClient client;
    private final Semaphore room = new Semaphore(AT_ONCE);

    LongWorks(List<LongWork> kinds, DataSource dataSource) {
        this.tasks = kinds.stream().map(this::task).toList();
        // Takes part in the open transaction: work is due exactly when what it works on is there.
        this.client = SchedulerClient.Builder.create(OpenTransaction.of(dataSource)).build();
    }

    List<CustomTask<Void>> tasks() {
        return tasks;
    }

    /** Has the work done soon; in the open transaction, so that it begins once that has committed. */
    public void start(LongWork work, TenantId tenant, UUID id) {
        client.scheduleIfNotExists(
                SchedulableInstance.of(new TaskInstance<>(work.name(), tenant.value() + "/" + id), Instant.EPOCH));
    }

    private CustomTask<Void> task(LongWork work) {
        return Tasks.custom(work.name(), Void.class)
                .onFailure((FailureHandler<Void>) (complete, operations) -> {
                    if (complete.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
                        operations.reschedule(complete, complete.getTimeDone().plus(BACKOFF));
                        return;
                    }
                    operations.remove();
                    Named named = Named.of(complete.getExecution().taskInstance);
                    work.giveUp(named.tenant(), named.id());
                })
                .execute((instance, context) -> run(work, Named.of(instance), context));
    }

    private CompletionHandler<Void> run(LongWork work, Named named, ExecutionContext context) {
        if (!room.tryAcquire())
            return again(PATIENCE);
        try {
            boolean isDone = work.run(named.tenant(), named.id(),
                    () -> context.getSchedulerState().isShuttingDown());
            return isDone ? new CompletionHandler.OnCompleteRemove<>() : again(Duration.ZERO);
        } finally {
            room.release();
        }
    }

    private static CompletionHandler<Void> again(Duration pause) {
        return (complete, operations) -> operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    /** What a piece of work is called among the scheduled tasks. */
    private record Named(TenantId tenant, UUID id) {

        static Named of(TaskInstance<?> instance) {
            String[] parts = instance.getId().split("/", 2);
            return new Named(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
        }
    }
}
