package io.huoji.insight.metric;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one place that says what is counted, as SQL: every row of the ledger and every record becomes a row of ones and zeros. The
 * roll-ups are their sums per cell; figures of people and of today sum them directly. So both agree.
 *
 * <p>Named parameters: {@code tenant}; for records {@code zone} too. Columns of both: unit_id, node_id, person_id, day, {@link #COLUMNS}.
 */
final class Formulas {

    /** The counts of the ledger, by counts_on, under the unit that stands on the expectation. */
    static final List<String> OF_LEDGER = List.of("expected", "on_time", "done", "exempt", "proven");

    /** The counts of the records, by local day of the effective time, under the record's own unit. */
    static final List<String> OF_RECORDS = List.of("actions", "unplanned", "late", "rated", "met", "improve", "support",
            "key_actions", "complete", "complete_on_time");

    static final List<String> COLUMNS = java.util.stream.Stream.concat(OF_LEDGER.stream(), OF_RECORDS.stream())
            .toList();

    /** A row counts when it is neither exempt nor cancelled before it was due (metrics.md, "Expectations and completion rate"). */
    private static final String COUNTS = "e.exempt_at is null and (e.cancelled_at is null or e.cancelled_at >= e.due_at)";

    /**
     * expected: it counts. on_time: closed by an action with τ ≤ due + grace. done: closed, on time or late. exempt: waived.
     * proven: closed by an action whose evidence is complete, or that needs none.
     */
    private static final String LEDGER = """
            select e.unit_id, e.node_id, e.person_id, e.counts_on as day,
                   (%1$s)::int as expected,
                   (%1$s and r.id is not null and e.closed_at <= e.grace_until)::int as on_time,
                   (%1$s and r.id is not null)::int as done,
                   (e.exempt_at is not null)::int as exempt,
                   (%1$s and r.id is not null
                     and (coalesce(r.evidence_complete, false) or r.evidence_needed = 0))::int as proven,
                   %2$s
            from expectation e
            left join record r on r.tenant_id = e.tenant_id and r.id = e.closed_by and %3$s
            where e.tenant_id = :tenant""";

    /**
     * actions: stored and, where that is asked, confirmed. unplanned: closes no expectation. late: entered after the allowance.
     * rated: has a level; the lead's wins. key_actions: its node lists evidence. complete: all of it is there; complete_on_time: at
     * due + grace, without an expectation when it was received.
     */
    private static final String RECORDS = """
            select r.unit_id, r.kind_id as node_id, r.subject_id as person_id,
                   (r.effective_at at time zone :zone)::date as day,
                   %s,
                   1 as actions,
                   (e.id is null)::int as unplanned,
                   r.late::int as late,
                   (coalesce(r.lead_level, r.level) is not null)::int as rated,
                   (coalesce(r.lead_level, r.level) is not distinct from 'MET')::int as met,
                   (coalesce(r.lead_level, r.level) is not distinct from 'IMPROVE')::int as improve,
                   (coalesce(r.lead_level, r.level) is not distinct from 'SUPPORT')::int as support,
                   (r.evidence_needed > 0)::int as key_actions,
                   (r.evidence_needed > 0 and coalesce(r.evidence_complete, false))::int as complete,
                   (r.evidence_needed > 0 and coalesce(r.evidence_complete, false)
                     and r.evidence_complete_at <= coalesce(e.grace_until, r.received_at))::int as complete_on_time
            from record r
            left join expectation e on e.tenant_id = r.tenant_id and e.closed_by = r.id
            where r.tenant_id = :tenant and r.kind_id is not null and r.effective_at is not null
              and r.deleted_at is null and r.confirmation in ('none', 'confirmed')""".formatted(zeros(OF_LEDGER));

    /**
     * Records whose creation the worker has taken. A cell is counted without the others, which are added to it when their turn
     * comes: the queue and the record are seen by one statement, so none is counted twice or never.
     */
    private static final String TAKEN = """
            r.id not in (select v.subject_id from event v
                         where v.tenant_id = :tenant and v.kind = 'record.created' and v.subject_id is not null)""";

    private static final String WHOLE_LEDGER = LEDGER.formatted(COUNTS, zeros(OF_RECORDS), "true");
    private static final String TAKEN_LEDGER = LEDGER.formatted(COUNTS, zeros(OF_RECORDS), TAKEN);

    private Formulas() {}

    /** Rows of the ledger; the further condition is over alias {@code e}. */
    static String ledgerRows(String condition) {
        return WHOLE_LEDGER + " and " + condition;
    }

    /** The same, closed only by records that the worker has taken. */
    static String takenLedgerRows(String condition) {
        return TAKEN_LEDGER + " and " + condition;
    }

    /** Records as rows; the further condition is over alias {@code r}. */
    static String recordRows(String condition) {
        return RECORDS + " and " + condition;
    }

    /** The same, only those that the worker has taken. */
    static String takenRecordRows(String condition) {
        return recordRows(TAKEN + " and " + condition);
    }

    /** {@code sum(a) as a, …}, zero where nothing is. */
    static String sums(List<String> columns) {
        return columns.stream().map("coalesce(sum(%1$s), 0)::int as %1$s"::formatted).collect(Collectors.joining(", "));
    }

    private static String zeros(List<String> columns) {
        return columns.stream().map("0 as %s"::formatted).collect(Collectors.joining(", "));
    }
}
