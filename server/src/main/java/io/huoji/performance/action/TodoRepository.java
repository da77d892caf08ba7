package io.huoji.performance.action;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what one person has to do. */
@Repository
class TodoRepository {

    private static final String OPEN = """
            x.person_id = :person and x.closed_by is null and x.exempt_at is null and x.cancelled_at is null
            and x.opens_at <= :now and x.due_at > :since
            and (x.due_at > :now or x.closes_at is null or x.closes_at > :now)""";

    private final JdbcClient jdbc;
    private final ExpectationRepository expectations;

    TodoRepository(JdbcClient jdbc, ExpectationRepository expectations) {
        this.jdbc = jdbc;
        this.expectations = expectations;
    }

    /** What can still be done, first what is due first; of what is overdue, that since an instant. */
    List<Expectation> open(TenantId tenant, UUID person, Instant now, Instant since, int limit) {
        return expectations.list(tenant, RowScope.EVERYTHING, OPEN,
                Map.of("person", person, "since", AnchorRepository.utc(since)),
                new ExpectationRepository.Order("due_at", "timestamptz", false), null, limit, now);
    }

    Todo.LastWeek lastWeek(TenantId tenant, UUID person, LocalDate from, LocalDate to, Instant now) {
        return jdbc.sql("""
                select count(*) filter (where closed_at <= grace_until), count(*) from expectation
                where tenant_id = :tenant and person_id = :person and counts_on >= :from and counts_on < :to
                  and due_at <= :now and exempt_at is null and (cancelled_at is null or cancelled_at >= due_at)
                """)
                .param("tenant", tenant.value())
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .param("now", AnchorRepository.utc(now))
                .query((row, number) -> new Todo.LastWeek(row.getLong(1), row.getLong(2)))
                .single();
    }
}
