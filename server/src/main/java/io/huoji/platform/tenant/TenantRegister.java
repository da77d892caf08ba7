package io.huoji.platform.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All tenants as the operator sees them, past the wall between them: how much is in each, and how long it may go on. Whatever changes
 * moves the tenant's stamp, so that running servers know within a second.
 */
public final class TenantRegister {

    /** Something that can't be done to this tenant; the message is the line that the operator reads. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** One tenant with what is in it. */
    public record Entry(TenantId id, String name, ZoneId zone, TenantState state, @Nullable Instant trialUntil,
            long people, long records, @Nullable Instant lastActivity) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * @param owner of the tables
     */
    public TenantRegister(DataSource owner, Clock clock) {
        this.jdbc = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.clock = clock;
    }

    /** Every tenant, the oldest first. */
    public List<Entry> all() {
        return jdbc
                .sql("""
                        select t.tenant_id, t.name, t.zone, t.trial_until, t.suspended_at,
                               (select count(*) from person p where p.tenant_id = t.tenant_id and p.active) as people,
                               (select count(*) from record r where r.tenant_id = t.tenant_id and r.deleted_at is null) as records,
                               greatest((select max(last_seen_at) from session s where s.tenant_id = t.tenant_id),
                                        (select max(last_used_at) from api_token a where a.tenant_id = t.tenant_id)) as active
                        from tenant t order by t.created_at, t.tenant_id
                        """)
                .query(this::entry).list();
    }

    /** The one of that id, of that name, or whose id begins or ends so. */
    public Entry find(String word) {
        List<Entry> all = all();
        List<Entry> exact = all.stream()
                .filter(it -> it.id().toString().equalsIgnoreCase(word) || it.name().equals(word))
                .toList();
        String part = word.toLowerCase(java.util.Locale.ROOT);
        List<Entry> found = exact.isEmpty() && part.length() >= 4
                ? all.stream()
                        .filter(it -> it.id().toString().startsWith(part) || it.id().toString().endsWith(part))
                        .toList()
                : exact;
        if (found.isEmpty())
            throw new Refused("No tenant with id or name %s; see the list.".formatted(word));
        if (found.size() > 1)
            throw new Refused("%d tenants answer to %s; name one by its id.".formatted(found.size(), word));
        return found.getFirst();
    }

    /** Adds days to a trial, from its end or, when that is past, from today. */
    public void extend(Entry entry, int days) {
        Instant until = entry.trialUntil();
        if (until == null)
            throw new Refused("%s is permanent: there is no trial to extend.".formatted(entry.name()));
        Instant now = clock.instant();
        Instant lastMoment = until.minusNanos(1);
        Instant from = lastMoment.isAfter(now) ? lastMoment : now;
        trial(entry, TenantState.trialEnd(from, days, entry.zone()));
    }

    /** Ends the trial for good: the tenant is permanent. */
    public void convert(Entry entry) {
        if (entry.trialUntil() == null)
            throw new Refused("%s is permanent already.".formatted(entry.name()));
        trial(entry, null);
    }

    public void suspend(Entry entry) {
        if (entry.state() == TenantState.SUSPENDED)
            throw new Refused("%s is suspended already.".formatted(entry.name()));
        change(entry, "update tenant set suspended_at = :value where tenant_id = :tenant", clock.instant());
    }

    public void resume(Entry entry) {
        if (entry.state() != TenantState.SUSPENDED)
            throw new Refused("%s is not suspended.".formatted(entry.name()));
        change(entry, "update tenant set suspended_at = :value where tenant_id = :tenant", null);
    }

    private void trial(Entry entry, @Nullable Instant until) {
        change(entry, "update tenant set trial_until = :value where tenant_id = :tenant", until);
    }

    /** The stamp never goes back in time: a server whose clock is ahead of this machine's would not look at it. */
    private void change(Entry entry, String update, @Nullable Instant value) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(update)
                    .param("tenant", entry.id().value())
                    .param("value", value == null ? null : OffsetDateTime.ofInstant(value, ZoneOffset.UTC),
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
            jdbc.sql("""
                    update stamp set version = version + 1,
                           changed_at = greatest(:now, (select max(changed_at) from stamp))
                    where tenant_id = :tenant
                    """)
                    .param("tenant", entry.id().value())
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        });
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        Instant until = instant(row, "trial_until");
        return new Entry(new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("name"),
                ZoneId.of(row.getString("zone")),
                TenantState.at(clock.instant(), until, instant(row, "suspended_at")), until, row.getLong("people"),
                row.getLong("records"), instant(row, "active"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
