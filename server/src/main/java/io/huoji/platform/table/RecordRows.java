package io.huoji.platform.table;

import io.huoji.platform.table.RecordRow.Levels;
import io.huoji.platform.table.RecordRow.Origin;
import io.huoji.platform.table.RecordRow.Proof;
import io.huoji.platform.table.RecordRow.Times;
import io.huoji.platform.table.RecordRow.Trace;
import io.huoji.platform.table.RecordRow.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads rows of the record table. */
@Repository
class RecordRows {

    /** What {@link #of} needs to find in a result. */
    static final String COLUMNS = """
            id, table_id, subject_id, unit_id, kind_id, kind_version, object_id, occurred_at, received_at, effective_at, late,
            level, lead_level, evidence_needed, evidence_present, evidence_complete, evidence_complete_at, confirmation, source,
            external_source, external_id, fields, version, created_at, created_by, updated_at, updated_by, deleted_at,
            deleted_by""";

    private static final JsonMapper JSON = new JsonMapper();

    RecordRow of(ResultSet row) throws SQLException {
        return new RecordRow(Objects.requireNonNull(id(row, "id")), Objects.requireNonNull(id(row, "table_id")),
                new Who(id(row, "subject_id"), id(row, "unit_id"), id(row, "kind_id"),
                        row.getObject("kind_version", Integer.class), id(row, "object_id")),
                times(row), new Levels(row.getString("level"), row.getString("lead_level")), proof(row),
                row.getString("confirmation"),
                new Origin(Source.valueOf(row.getString("source").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("external_source"), row.getString("external_id")),
                (ObjectNode) JSON.readTree(row.getString("fields")), trace(row));
    }

    private static Times times(ResultSet row) throws SQLException {
        Instant received = Objects.requireNonNull(at(row, "received_at"));
        Instant effective = at(row, "effective_at");
        return new Times(at(row, "occurred_at"), received, effective == null ? received : effective,
                row.getBoolean("late"));
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(row.getInt("evidence_needed"), row.getInt("evidence_present"),
                row.getObject("evidence_complete", Boolean.class), at(row, "evidence_complete_at"));
    }

    private static Trace trace(ResultSet row) throws SQLException {
        return new Trace(row.getLong("version"), Objects.requireNonNull(at(row, "created_at")), id(row, "created_by"),
                Objects.requireNonNull(at(row, "updated_at")), id(row, "updated_by"), at(row, "deleted_at"),
                id(row, "deleted_by"));
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
