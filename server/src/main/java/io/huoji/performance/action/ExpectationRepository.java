package io.huoji.performance.action;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger for viewers, and writes exemptions. */
@Repository
class ExpectationRepository {

    /** Where a page begins: the value of the sorted column and the id of the row before. */
    record After(String value, UUID id) {}

    /** A column to sort by. */
    record Order(String column, String type, boolean isDescending) {}

    private static final String COLUMNS = """
            x.id, x.node_id, x.node_version, x.person_id, x.unit_id, x.object_id, x.origin, x.opens_at, x.due_at,
            x.grace_until, x.closes_at, x.due_soon_at, x.counts_on, x.closed_by, x.closed_at, x.exempt_at, x.exempt_by,
            x.exempt_reason, x.cancelled_at""";

    private final JdbcClient jdbc;

    ExpectationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Expectation> list(TenantId tenant, RowScope scope, String where, Map<String, Object> params, Order order,
            @Nullable After after, int limit, Instant now) {
        var sign = order.isDescending() ? "<" : ">";
        var direction = order.isDescending() ? "desc" : "asc";
        var page = after == null
                ? "true"
                : "(x.%s, x.id) %s (cast(:after as %s), :afterId)".formatted(order.column(), sign, order.type());
        var statement = jdbc.sql("""
                select %s from expectation x where x.tenant_id = :tenant and %s and %s and %s
                order by x.%s %s, x.id %s limit :limit
                """.formatted(COLUMNS, scope.sql("x.unit_id", "x.person_id"), where, page, order.column(), direction,
                direction))
                .param("tenant", tenant.value())
                .param("now", AnchorRepository.utc(now))
                .param("limit", limit)
                .params(scope.parameters())
                .params(params);
        if (after != null) {
            statement = statement.param("after", after.value()).param("afterId", after.id());
        }
        return statement.query((row, number) -> expectation(row, now)).list();
    }

    long count(TenantId tenant, RowScope scope, String where, Map<String, Object> params, Instant now) {
        return jdbc.sql("select count(*) from expectation x where x.tenant_id = :tenant and %s and %s"
                .formatted(scope.sql("x.unit_id", "x.person_id"), where))
                .param("tenant", tenant.value())
                .param("now", AnchorRepository.utc(now))
                .params(scope.parameters())
                .params(params)
                .query(Long.class)
                .single();
    }

    Optional<Expectation> byId(TenantId tenant, RowScope scope, UUID id, Instant now) {
        return jdbc.sql("select %s from expectation x where x.tenant_id = :tenant and x.id = :id and %s"
                .formatted(COLUMNS, scope.sql("x.unit_id", "x.person_id")))
                .param("tenant", tenant.value())
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> expectation(row, now))
                .optional();
    }

    boolean waive(TenantId tenant, UUID id, @Nullable UUID by, String reason, Instant now) {
        return jdbc.sql("""
                update expectation set exempt_at = :now, exempt_by = cast(:by as uuid), exempt_reason = :reason
                where tenant_id = :tenant and id = :id and closed_by is null and exempt_at is null
                  and cancelled_at is null
                """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("by", by)
                .param("reason", reason)
                .param("now", AnchorRepository.utc(now))
                .update() == 1;
    }

    boolean unwaive(TenantId tenant, UUID id) {
        return jdbc.sql("""
                update expectation set exempt_at = null, exempt_by = null, exempt_reason = null
                where tenant_id = :tenant and id = :id and exempt_at is not null
                """).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    private static Expectation expectation(ResultSet row, Instant now) throws SQLException {
        var window = new Window(instant(row, "opens_at"), instant(row, "due_at"), instant(row, "grace_until"),
                optional(row, "closes_at"), instant(row, "due_soon_at"), row.getObject("counts_on", LocalDate.class));
        var mark = new Expectation.Mark(row.getObject("closed_by", UUID.class), optional(row, "closed_at"),
                optional(row, "exempt_at"), row.getObject("exempt_by", UUID.class), row.getString("exempt_reason"),
                optional(row, "cancelled_at"));
        return new Expectation(row.getObject("id", UUID.class), row.getObject("node_id", UUID.class),
                row.getInt("node_version"), row.getObject("person_id", UUID.class),
                row.getObject("unit_id", UUID.class), row.getObject("object_id", UUID.class), row.getString("origin"),
                window, mark, ExpectationState.of(window, mark.closedAt(), mark.exemptAt() != null,
                        mark.cancelledAt(), now));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return LedgerRepository.instant(row, column);
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
