package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A module above that takes part in every write of a record, whichever path it comes by. */
public interface RecordParticipant {

    boolean concerns(Table table);

    /**
     * Completes a row about to be stored (version of the kind, effective time and lateness, evidence counts) and adds every
     * reason to refuse it. No query: only what is cached. {@code row.updatedAt()} is the moment of this write; a restore or an
     * edit comes with the row before.
     */
    RecordRow check(Viewer viewer, Table table, @Nullable RecordRow before, RecordRow row, List<Problem> problems);

    /**
     * Statements for the round trip that inserts a new row, run before the insert while the subject's person row is locked.
     * Each must guard itself by {@link RecordGroup#isNewest}, so that it does nothing when the row is not the newest of its
     * group. It may return rows (record id, JSON as text): the facts of {@link #facts}.
     */
    List<Statement> beside(TenantId tenant, RecordRow row);

    /**
     * In the same transaction, after rows were written by any other way (not the newest, edit, delete, restore, batch) and
     * with the person rows of all subjects before and after locked in order of id: settles the touched groups anew and names
     * the cells to recount.
     */
    List<Cell> settle(TenantId tenant, List<RecordWrite> writes);

    /** A query of two columns (record id, JSON as text) over these records; null when there is nothing to look up. */
    @Nullable
    Statement facts(TenantId tenant, List<UUID> records);

    /** Puts what it has to say of a record into the answer, beside its core properties; facts are null when none were found. */
    void present(RecordRow row, @Nullable JsonNode facts, ObjectNode answer);
}
