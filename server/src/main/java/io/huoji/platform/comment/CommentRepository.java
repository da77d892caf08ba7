package io.huoji.platform.comment;

import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentRepository {

    /** What {@link #comment} needs to find in a result. */
    static final String COLUMNS = "c.id, c.record_id, c.author_id, c.body, c.created_at, c.edited_at";

    private final JdbcClient jdbc;

    CommentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Comments older than {@code before}, newest first. */
    List<Comment> page(TenantId tenant, UUID record, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select %s from record_comment c
                where c.tenant_id = :tenant and c.record_id = :record
                  and (cast(:before as uuid) is null or c.id < cast(:before as uuid))
                order by c.id desc limit :limit
                """.formatted(COLUMNS))
                .param("tenant", tenant.value())
                .param("record", record)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> comment(row))
                .list();
    }

    long count(TenantId tenant, UUID record) {
        return jdbc.sql("select count(*) from record_comment where tenant_id = :tenant and record_id = :record")
                .param("tenant", tenant.value())
                .param("record", record)
                .query(Long.class)
                .single();
    }

    Set<UUID> authors(TenantId tenant, UUID record) {
        return jdbc.sql("""
                select distinct author_id from record_comment
                where tenant_id = :tenant and record_id = :record and author_id is not null
                """)
                .param("tenant", tenant.value())
                .param("record", record)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    Optional<Comment> find(TenantId tenant, UUID record, UUID id) {
        return jdbc.sql("""
                select %s from record_comment c where c.tenant_id = :tenant and c.record_id = :record and c.id = :id
                """.formatted(COLUMNS))
                .param("tenant", tenant.value())
                .param("record", record)
                .param("id", id)
                .query((row, number) -> comment(row))
                .optional();
    }

    void insert(TenantId tenant, Comment comment) {
        jdbc.sql("""
                insert into record_comment (tenant_id, id, record_id, author_id, body, created_at)
                values (:tenant, :id, :record, :author, :text, :at)
                """)
                .param("tenant", tenant.value())
                .param("id", comment.id())
                .param("record", comment.record())
                .param("author", comment.author())
                .param("text", comment.text())
                .param("at", at(comment.createdAt()))
                .update();
    }

    void change(TenantId tenant, Comment comment) {
        jdbc.sql("""
                update record_comment set body = :text, edited_at = :at where tenant_id = :tenant and id = :id
                """)
                .param("text", comment.text())
                .param("at", at(java.util.Objects.requireNonNull(comment.editedAt())))
                .param("tenant", tenant.value())
                .param("id", comment.id())
                .update();
    }

    /** Its mentions go with it. */
    void delete(TenantId tenant, UUID id) {
        jdbc.sql("delete from record_comment where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /** Makes these the people whom the comment names; who has been named before keeps what was read. */
    void mention(TenantId tenant, UUID comment, Collection<UUID> people) {
        UUID[] named = people.toArray(UUID[]::new);
        jdbc.sql("""
                delete from record_mention
                where tenant_id = :tenant and comment_id = :comment and person_id <> all(cast(:people as uuid[]))
                """)
                .param("tenant", tenant.value())
                .param("comment", comment)
                .param("people", named)
                .update();
        jdbc.sql("""
                insert into record_mention (tenant_id, person_id, comment_id)
                select :tenant, person, :comment from unnest(cast(:people as uuid[])) as named(person)
                on conflict (tenant_id, person_id, comment_id) do nothing
                """)
                .param("tenant", tenant.value())
                .param("comment", comment)
                .param("people", named)
                .update();
    }

    static Comment comment(ResultSet row) throws SQLException {
        OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
        return new Comment(row.getObject("id", UUID.class), row.getObject("record_id", UUID.class),
                row.getObject("author_id", UUID.class), row.getString("body"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                edited == null ? null : edited.toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
