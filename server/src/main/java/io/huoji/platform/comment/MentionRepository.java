package io.huoji.platform.comment;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Mentions of a person in comments on records that the person may still see. */
@Repository
class MentionRepository {

    private static final String FROM = """
            from record_mention m
            join record_comment c on c.tenant_id = m.tenant_id and c.id = m.comment_id
            join record r on r.tenant_id = c.tenant_id and r.id = c.record_id
            join data_table t on t.tenant_id = r.tenant_id and t.id = r.table_id
            where m.tenant_id = :tenant and m.person_id = :person and r.deleted_at is null and t.deleted_at is null
              and (not :unread or m.read_at is null) and SCOPE
            """;

    private final JdbcClient jdbc;

    MentionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mention> page(Viewer viewer, boolean unread, @Nullable UUID before, int limit) {
        return bound("select m.read_at, " + CommentRepository.COLUMNS + " " + from(viewer) + """
                and (cast(:before as uuid) is null or m.comment_id < cast(:before as uuid))
                order by m.comment_id desc limit :limit
                """, viewer, unread)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> mention(row))
                .list();
    }

    long count(Viewer viewer, boolean unread) {
        return bound("select count(*) " + from(viewer), viewer, unread).query(Long.class).single();
    }

    private static String from(Viewer viewer) {
        return FROM.replace("SCOPE", viewer.scope().sql("r.unit_id", "r.subject_id"));
    }

    private StatementSpec bound(String sql, Viewer viewer, boolean unread) {
        return jdbc.sql(sql)
                .param("tenant", viewer.tenant().value())
                .param("person", viewer.person())
                .param("unread", unread)
                .params(viewer.scope().parameters());
    }

    /** Marks as read what is named; everything when neither a comment nor a record is. */
    void read(TenantId tenant, UUID person, @Nullable UUID comment, @Nullable UUID record, Instant now) {
        jdbc.sql("""
                update record_mention m set read_at = :now
                where m.tenant_id = :tenant and m.person_id = :person and m.read_at is null
                  and (cast(:comment as uuid) is null or m.comment_id = cast(:comment as uuid))
                  and (cast(:record as uuid) is null or exists (
                      select 1 from record_comment c
                      where c.tenant_id = m.tenant_id and c.id = m.comment_id and c.record_id = cast(:record as uuid)))
                """)
                .param("now", CommentRepository.at(now))
                .param("tenant", tenant.value())
                .param("person", person)
                .param("comment", comment)
                .param("record", record)
                .update();
    }

    private static Mention mention(ResultSet row) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Mention(CommentRepository.comment(row), read == null ? null : read.toInstant());
    }
}
