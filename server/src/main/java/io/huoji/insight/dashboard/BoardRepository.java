package io.huoji.insight.dashboard;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a board shows beside rates. */
@Repository
class BoardRepository {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;

    BoardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record DueCounts(int open, int overdue, int missed) {}

    /** An action as the board lists it; {@code fields} is the JSON of its own fields. */
    record Action(UUID id, UUID table, @Nullable UUID subject, @Nullable UUID unit, UUID node, @Nullable UUID object,
            @Nullable String objectId, @Nullable String objectName, OffsetDateTime effectiveAt,
            OffsetDateTime receivedAt, boolean late, String fields) {}

    DueCounts due(Viewer viewer, BoardPeriod period, @Nullable Set<UUID> units, Instant now) {
        RowScope scope = viewer.scope();
        return jdbc.sql("""
                select count(*) filter (where due_at > :now) as open,
                       count(*) filter (where due_at <= :now and (closes_at is null or closes_at > :now)) as overdue,
                       count(*) filter (where due_at <= :now and closes_at <= :now) as missed
                from expectation
                where tenant_id = :tenant and counts_on >= :from and counts_on < :to and closed_by is null
                  and exempt_at is null and (cancelled_at is null or cancelled_at >= due_at)
                  and %s and %s
                """.formatted(scope.sql("unit_id", "person_id"), below(units)))
                .params(scope.parameters())
                .param("tenant", viewer.tenant().value())
                .param("from", period.from())
                .param("to", period.to())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("units", ids(units))
                .query((row, n) -> new DueCounts(row.getInt("open"), row.getInt("overdue"), row.getInt("missed")))
                .single();
    }

    /** The newest day before that one on which something was expected, or on which the newest action took effect. */
    @Nullable
    LocalDate newestDay(Viewer viewer, @Nullable Set<UUID> units, LocalDate before, ZoneId zone) {
        RowScope scope = viewer.scope();
        return jdbc.sql("""
                select greatest(
                    (select counts_on from expectation
                     where tenant_id = :tenant and counts_on < :before and exempt_at is null
                       and (cancelled_at is null or cancelled_at >= due_at) and %s and %s
                     order by counts_on desc limit 1),
                    (select cast(effective_at at time zone :zone as date) from record
                     where tenant_id = :tenant and kind_id is not null and effective_at is not null
                       and deleted_at is null and %s and %s
                     order by id desc limit 1)) as day
                """.formatted(scope.sql("unit_id", "person_id"), below(units), scope.sql("unit_id", "subject_id"),
                below(units)))
                .params(scope.parameters())
                .param("tenant", viewer.tenant().value())
                .param("units", ids(units))
                .param("before", before)
                .param("zone", zone.getId())
                .query((row, n) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /** The newest by arrival: ids grow with it, so the primary key is the order. */
    List<Action> latest(Viewer viewer, @Nullable Set<UUID> units) {
        RowScope scope = viewer.scope();
        return jdbc.sql("""
                select r.id, r.table_id, r.subject_id, r.unit_id, r.kind_id, r.object_id, o.external_id, o.name,
                       r.effective_at, r.received_at, r.late, r.fields
                from (select * from record
                      where tenant_id = :tenant and kind_id is not null and effective_at is not null
                        and deleted_at is null and %s and %s
                      order by id desc limit :latest) r
                left join business_object o on o.tenant_id = r.tenant_id and o.id = r.object_id
                order by r.id desc
                """.formatted(scope.sql("unit_id", "subject_id"), below(units)))
                .params(scope.parameters())
                .param("tenant", viewer.tenant().value())
                .param("units", ids(units))
                .param("latest", LATEST)
                .query((row, n) -> action(row))
                .list();
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(row.getObject("id", UUID.class), row.getObject("table_id", UUID.class),
                row.getObject("subject_id", UUID.class), row.getObject("unit_id", UUID.class),
                row.getObject("kind_id", UUID.class), row.getObject("object_id", UUID.class),
                row.getString("external_id"), row.getString("name"),
                row.getObject("effective_at", OffsetDateTime.class), row.getObject("received_at", OffsetDateTime.class),
                row.getBoolean("late"), row.getString("fields"));
    }

    private static String below(@Nullable Set<UUID> units) {
        return units == null ? "true" : "unit_id = any(:units)";
    }

    private static UUID[] ids(@Nullable Set<UUID> units) {
        return units == null ? new UUID[0] : units.toArray(UUID[]::new);
    }
}
