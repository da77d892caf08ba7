package io.huoji.performance.action;

import io.huoji.platform.table.Cell;
import io.huoji.platform.tenant.Tenant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts what people did and what is expected of them under the unit that they belonged to on its day. */
@Repository
class TransferRepository {

    private static final String UNIT_ON = """
            (select m.unit_id from unit_membership m
             where m.tenant_id = :tenant and m.person_id = %1$s
               and (m.valid_from is null or m.valid_from <= %2$s) and (m.valid_to is null or m.valid_to > %2$s))""";

    private static final String EXPECTATIONS = """
            update expectation x set unit_id = n.unit_id
            from (select y.id, y.unit_id as old_unit, %s as unit_id from expectation y
                  where y.tenant_id = :tenant and y.person_id = any(cast(:people as uuid[]))
                    and y.counts_on >= coalesce(cast(:from as date), '-infinity')) n
            where x.tenant_id = :tenant and x.id = n.id and n.unit_id is not null
              and n.unit_id is distinct from n.old_unit
            returning n.old_unit, x.unit_id, x.node_id, x.counts_on as day, x.person_id"""
            .formatted(UNIT_ON.formatted("y.person_id", "y.counts_on"));

    private static final String RECORDS = """
            update record r set unit_id = n.unit_id
            from (select y.id, y.unit_id as old_unit, %s as unit_id from record y
                  where y.tenant_id = :tenant and y.subject_id = any(cast(:people as uuid[]))
                    and not (y.table_id = any(cast(:own as uuid[])))
                    and y.effective_at >= coalesce(cast(:from as date)::timestamp at time zone :zone, '-infinity')) n
            where r.tenant_id = :tenant and r.id = n.id and n.unit_id is not null
              and n.unit_id is distinct from n.old_unit
            returning n.old_unit, r.unit_id, r.kind_id as node_id, (r.effective_at at time zone :zone)::date as day,
                      r.subject_id as person_id"""
            .formatted(UNIT_ON.formatted("y.subject_id", "(y.effective_at at time zone :zone)::date"));

    private final JdbcClient jdbc;

    TransferRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cell> moveExpectations(Tenant tenant, Collection<UUID> people, @Nullable LocalDate from) {
        return cells(jdbc.sql(EXPECTATIONS)
                .param("tenant", tenant.id().value())
                .param("people", people.toArray(UUID[]::new))
                .param("from", from));
    }

    /**
     * Records of tables that say their unit themselves stay.
     *
     * @param own ids of those tables
     */
    List<Cell> moveRecords(Tenant tenant, Collection<UUID> people, @Nullable LocalDate from, Collection<UUID> own) {
        return cells(jdbc.sql(RECORDS)
                .param("tenant", tenant.id().value())
                .param("zone", tenant.zone().getId())
                .param("own", own.toArray(UUID[]::new))
                .param("people", people.toArray(UUID[]::new))
                .param("from", from));
    }

    /** Where it counted and where it counts now. */
    private static List<Cell> cells(JdbcClient.StatementSpec statement) {
        record Move(@Nullable UUID from, UUID to, @Nullable UUID node, LocalDate day, UUID person) {}
        return statement
                .query((row, number) -> new Move(row.getObject("old_unit", UUID.class),
                        row.getObject("unit_id", UUID.class), row.getObject("node_id", UUID.class),
                        row.getObject("day", LocalDate.class), row.getObject("person_id", UUID.class)))
                .list()
                .stream()
                .filter(move -> move.node() != null)
                .flatMap(move -> Stream.of(move.from(), move.to()).map(unit -> new Cell(unit,
                        java.util.Objects.requireNonNull(move.node()), move.day(), move.person(),
                        move.day().withDayOfMonth(1))))
                .distinct()
                .toList();
    }
}
