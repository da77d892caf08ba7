package io.huoji.platform.file;

import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FileRepository {

    private static final String COLUMNS = """
            id, record_id, name, kind, media_type, size, width, height, sha256, thumbnail, created_at, created_by
            """;

    private final JdbcClient jdbc;

    FileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TenantId tenant, StoredFile file) {
        jdbc.sql(
                """
                        insert into file (tenant_id, id, name, kind, media_type, size, width, height, sha256, thumbnail, created_at,
                                          created_by)
                        values (:tenant, :id, :name, :kind, :mediaType, :size, :width, :height, :sha256, :thumbnail, :at, :by)
                        """)
                .param("tenant", tenant.value())
                .param("id", file.id())
                .param("name", file.name())
                .param("kind", file.kind())
                .param("mediaType", file.mediaType())
                .param("size", file.size())
                .param("width", file.width())
                .param("height", file.height())
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("thumbnail", file.thumbnail())
                .param("at", at(file.createdAt()))
                .param("by", file.createdBy())
                .update();
    }

    List<StoredFile> find(TenantId tenant, Collection<UUID> ids) {
        return jdbc
                .sql("select " + COLUMNS
                        + " from file where tenant_id = :tenant and id = any(:ids) and erased_at is null")
                .param("tenant", tenant.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(FileRepository::file)
                .list();
    }

    /** Deletes the rows of files that nothing has carried since before that moment, some at a time. */
    List<UUID> deleteLoose(TenantId tenant, Instant before, int most) {
        return jdbc.sql("""
                delete from file
                where tenant_id = :tenant and id in (
                    select id from file
                    where tenant_id = :tenant and record_id is null and created_at < :before
                    order by created_at limit :most
                    for update skip locked)
                returning id
                """)
                .param("tenant", tenant.value())
                .param("before", at(before))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> ofRecords(TenantId tenant, Collection<UUID> records) {
        return jdbc.sql("select id from file where tenant_id = :tenant and record_id = any(:records)")
                .param("tenant", tenant.value())
                .param("records", records.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void deleteOfRecords(TenantId tenant, Collection<UUID> records) {
        jdbc.sql("delete from file where tenant_id = :tenant and record_id = any(:records)")
                .param("tenant", tenant.value())
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    long bytes(TenantId tenant) {
        return jdbc.sql("select coalesce(sum(size), 0) from file where tenant_id = :tenant and erased_at is null")
                .param("tenant", tenant.value())
                .query(Long.class)
                .single();
    }

    /** What the tenant may keep, in bytes, when its own setting differs from the default. */
    long quota(TenantId tenant, long otherwise) {
        return jdbc
                .sql("""
                        select coalesce(cast(settings ->> 'fileQuotaBytes' as bigint), :otherwise) from tenant where tenant_id = :tenant
                        """)
                .param("tenant", tenant.value())
                .param("otherwise", otherwise)
                .query(Long.class)
                .single();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(row.getObject("id", UUID.class), row.getString("name"), row.getString("kind"),
                row.getString("media_type"), row.getLong("size"), row.getObject("width", Integer.class),
                row.getObject("height", Integer.class), HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getBoolean("thumbnail"), row.getObject("record_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("created_by", UUID.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
