package io.huoji.platform.tenant;

import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction belongs to one tenant. It begins with a textual {@code SET LOCAL app.tenant}, which opens the
 * row-level security wall for exactly that tenant; BEGIN rides in the same round trip.
 */
@Repository
public class TenantTransactions {

    private static final String KEY = TenantTransactions.class.getName();

    private final TransactionTemplate template;
    private final JdbcClient jdbc;

    TenantTransactions(PlatformTransactionManager manager, DataSource dataSource) {
        this.template = new TransactionTemplate(manager);
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Runs the work in a transaction of that tenant; joins one that is already open for the same tenant. */
    public <T extends @Nullable Object> T in(TenantId tenant, Supplier<T> work) {
        return in(tenant, "SET LOCAL app.tenant = '" + tenant.value() + "'", work);
    }

    /**
     * The same for work that is done again from what is stored when a crash undoes it: its commit does not wait for the disk. After a
     * crash all of it is there or nothing, and nothing that came later.
     */
    public <T extends @Nullable Object> T repeatably(TenantId tenant, Supplier<T> work) {
        return in(tenant, "SET LOCAL app.tenant = '" + tenant.value() + "'; SET LOCAL synchronous_commit = off", work);
    }

    private <T extends @Nullable Object> T in(TenantId tenant, String begin, Supplier<T> work) {
        UUID open = (UUID) TransactionSynchronizationManager.getResource(KEY);
        if (open != null)
            return joined(open, tenant, work);
        return template.execute(status -> {
            jdbc.sql(begin).update();
            TransactionSynchronizationManager.bindResource(KEY, tenant.value());
            TransactionSynchronizationManager.registerSynchronization(new Unbind());
            return work.get();
        });
    }

    public void run(TenantId tenant, Runnable work) {
        this.<@Nullable Object>in(tenant, () -> {
            work.run();
            return null;
        });
    }

    private static <T extends @Nullable Object> T joined(UUID open, TenantId tenant, Supplier<T> work) {
        if (!open.equals(tenant.value()))
            throw new IllegalStateException(
                    "A transaction of tenant %s can't touch tenant %s.".formatted(open, tenant));
        return work.get();
    }

    private static final class Unbind implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
