package io.huoji.edge.transfer;

import io.huoji.edge.transfer.Transfer.Counts;
import io.huoji.edge.transfer.Transfer.State;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportOutcome;
import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps imports and exports, and how far each has come. Everything runs in the tenant's open transaction. */
@Repository
class TransferStore {

    /** Not that of the API, which says problems in the words of a request. */
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    TransferStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    void insert(TenantId tenant, Transfer transfer) {
        jdbc.sql("""
                insert into transfer (tenant_id, id, kind, target, table_key, file_name, state, locale, actor, shape,
                settings, total, created_by, created_at, updated_at, expires_at)
                values (:tenant, :id, :kind, :target, :table, :name, :state, :locale, cast(:actor as jsonb),
                cast(:shape as jsonb), cast(:settings as jsonb), :total, :by, :now, :now, :expires)
                """)
                .param("tenant", tenant.value())
                .param("id", transfer.id())
                .param("kind", transfer.kind().word())
                .param("target", transfer.subject().kind().word())
                .param("table", transfer.subject().table())
                .param("name", transfer.fileName())
                .param("state", transfer.state().word())
                .param("locale", transfer.locale())
                .param("actor", JSON.writeValueAsString(transfer.actor()))
                .param("shape", transfer.shape() == null ? null : JSON.writeValueAsString(transfer.shape()))
                .param("settings", transfer.settings())
                .param("total", transfer.counts().total())
                .param("by", transfer.createdBy())
                .param("now", now())
                .param("expires", at(transfer.expiresAt()))
                .update();
    }

    Optional<Transfer> find(TenantId tenant, UUID id) {
        return jdbc.sql("select * from transfer where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, number) -> transfer(row))
                .optional();
    }

    /** The newest of one caller. */
    List<Transfer> of(TenantId tenant, UUID caller, int limit) {
        return jdbc.sql("""
                select * from transfer where tenant_id = :tenant and created_by = :by order by id desc limit :limit
                """).param("tenant", tenant.value()).param("by", caller).param("limit", limit)
                .query((row, number) -> transfer(row)).list();
    }

    private Transfer transfer(ResultSet row) throws SQLException {
        String shape = row.getString("shape");
        String message = row.getString("message");
        return new Transfer(row.getObject("id", UUID.class),
                Transfer.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Subject(Subject.Kind.valueOf(row.getString("target").toUpperCase(Locale.ROOT)),
                        row.getString("table_key")),
                row.getString("file_name"), State.of(row.getString("state")), row.getString("locale"),
                JSON.readValue(row.getString("actor"), Actor.class),
                shape == null ? null : JSON.readValue(shape, FileShape.class), row.getString("settings"),
                new Counts(row.getInt("total"), row.getInt("done"), row.getInt("made"), row.getInt("changed"),
                        row.getInt("unchanged"), row.getInt("wrong")),
                row.getInt("position"), message == null ? null : JSON.readValue(message, Problem.class),
                row.getObject("created_by", UUID.class), instant(row, "created_at"), instant(row, "updated_at"),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Changes what is wished; everything that was counted before is forgotten. */
    boolean describe(TenantId tenant, UUID id, FileShape shape, String settings) {
        forgetProblems(tenant, id);
        return jdbc
                .sql("""
                        update transfer set shape = cast(:shape as jsonb), settings = cast(:settings as jsonb), total = :total,
                        done = 0, position = 0, made = 0, changed = 0, unchanged = 0, wrong = 0, state = 'draft', message = null,
                        updated_at = :now where tenant_id = :tenant and id = :id
                        and state in ('draft', 'checked')
                        """)
                .param("shape", JSON.writeValueAsString(shape))
                .param("settings", settings)
                .param("total", shape.rows())
                .param("now", now())
                .param("tenant", tenant.value())
                .param("id", id)
                .update() == 1;
    }

    /** Begins to count anew. */
    boolean begin(TenantId tenant, UUID id, State to, String actor, State... from) {
        forgetProblems(tenant, id);
        return jdbc
                .sql("""
                        update transfer set state = :to, actor = cast(:actor as jsonb), done = 0, position = 0, made = 0, changed = 0,
                        unchanged = 0, wrong = 0, message = null, updated_at = :now
                        where tenant_id = :tenant and id = :id and state = any(:from)
                        """)
                .param("to", to.word())
                .param("actor", actor)
                .param("now", now())
                .param("tenant", tenant.value())
                .param("id", id)
                .param("from", words(from))
                .update() == 1;
    }

    private static String[] words(State... states) {
        return Arrays.stream(states).map(State::word).toArray(String[]::new);
    }

    private void forgetProblems(TenantId tenant, UUID id) {
        jdbc.sql("delete from transfer_problem where tenant_id = :tenant and transfer_id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    boolean move(TenantId tenant, UUID id, State to, @Nullable Problem message, State... from) {
        return jdbc.sql("""
                update transfer set state = :to, message = cast(:message as jsonb), updated_at = :now
                where tenant_id = :tenant and id = :id and state = any(:from)
                """)
                .param("to", to.word())
                .param("message", message == null ? null : JSON.writeValueAsString(message))
                .param("now", now())
                .param("tenant", tenant.value())
                .param("id", id)
                .param("from", words(from))
                .update() == 1;
    }

    /** Keeps a file from now on for that long. */
    void keepFor(TenantId tenant, UUID id, Duration time) {
        jdbc.sql("update transfer set expires_at = :until where tenant_id = :tenant and id = :id")
                .param("until", at(clock.instant().plus(time)))
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /** Moves on over some rows; false when somebody else did or it was stopped, and nothing is counted. */
    boolean advance(TenantId tenant, Transfer transfer, int from, int to, List<ImportOutcome> outcomes) {
        boolean isMine = jdbc
                .sql("""
                        update transfer set position = :to, done = done + :done, made = made + :made, changed = changed + :changed,
                        unchanged = unchanged + :unchanged, wrong = wrong + :wrong, updated_at = :now
                        where tenant_id = :tenant and id = :id and state = :state and position = :from
                        """)
                .param("to", to)
                .param("done", outcomes.size())
                .param("made", count(outcomes, ImportOutcome.Fate.CREATED))
                .param("changed", count(outcomes, ImportOutcome.Fate.UPDATED))
                .param("unchanged", count(outcomes, ImportOutcome.Fate.UNCHANGED))
                .param("wrong", count(outcomes, ImportOutcome.Fate.WRONG))
                .param("now", now())
                .param("tenant", tenant.value())
                .param("id", transfer.id())
                .param("state", transfer.state().word())
                .param("from", from)
                .update() == 1;
        if (isMine)
            keepProblems(tenant, transfer.id(), outcomes);
        return isMine;
    }

    private static int count(List<ImportOutcome> outcomes, ImportOutcome.Fate fate) {
        return (int) outcomes.stream().filter(outcome -> outcome.fate() == fate).count();
    }

    private void keepProblems(TenantId tenant, UUID id, List<ImportOutcome> outcomes) {
        List<ImportOutcome> wrong = outcomes.stream()
                .filter(outcome -> outcome.fate() == ImportOutcome.Fate.WRONG)
                .toList();
        if (wrong.isEmpty())
            return;
        jdbc.sql("""
                insert into transfer_problem (tenant_id, transfer_id, row_number, problems)
                select :tenant, :id, number, problems::jsonb
                from unnest(cast(:numbers as int[]), cast(:problems as text[])) as wrong (number, problems)
                """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("numbers", wrong.stream().map(ImportOutcome::number).toArray(Integer[]::new))
                .param("problems",
                        wrong.stream().map(one -> JSON.writeValueAsString(one.problems())).toArray(String[]::new))
                .update();
    }

    /** How many rows of an export are written. */
    boolean count(TenantId tenant, UUID id, int done, int total) {
        return jdbc.sql("""
                update transfer set done = :done, total = :total, updated_at = :now
                where tenant_id = :tenant and id = :id and state = 'running'
                """)
                .param("done", done)
                .param("total", total)
                .param("now", now())
                .param("tenant", tenant.value())
                .param("id", id)
                .update() == 1;
    }

    /** What is wrong with the rows after that one, in their order. */
    List<RowProblems> problems(TenantId tenant, UUID id, int after, int limit) {
        return jdbc.sql("""
                select row_number, problems from transfer_problem
                where tenant_id = :tenant and transfer_id = :id and row_number > :after order by row_number limit :limit
                """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new RowProblems(row.getInt("row_number"),
                        List.of(JSON.readValue(row.getString("problems"), Problem[].class))))
                .list();
    }

    /** Those whose time is over. */
    List<UUID> expired(TenantId tenant, Instant before) {
        return jdbc.sql("""
                select id from transfer where tenant_id = :tenant and expires_at < :before
                and state not in ('checking', 'running') limit 500
                """)
                .param("tenant", tenant.value())
                .param("before", at(before))
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    void delete(TenantId tenant, List<UUID> ids) {
        jdbc.sql("delete from transfer where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
