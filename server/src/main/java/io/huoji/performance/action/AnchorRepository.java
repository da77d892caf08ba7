package io.huoji.performance.action;

import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AnchorRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnchorRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Anchors load(TenantId tenant) {
        record Version(UUID node, NodeVersion version) {}
        Map<UUID, List<NodeVersion>> versions = jdbc.sql("""
                select node_id, version, name, why, assignee, trigger, grace, due_soon, evidence, weight, valid_from,
                       valid_until, created_at
                from node_version where tenant_id = :tenant order by node_id, version
                """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Version(row.getObject("node_id", UUID.class), version(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Version::node,
                        Collectors.mapping(Version::version, Collectors.toList())));
        var nodes = jdbc.sql("""
                select id, key, scene_id, table_id, position, deleted_at is not null from node
                where tenant_id = :tenant
                """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Node(row.getObject(1, UUID.class), row.getString(2),
                        row.getObject(3, UUID.class), row.getObject(4, UUID.class), row.getInt(5), row.getBoolean(6),
                        versions.getOrDefault(row.getObject(1, UUID.class), List.of())))
                .list();
        return new Anchors(scenes(tenant), nodes);
    }

    private List<Scene> scenes(TenantId tenant) {
        return jdbc.sql("""
                select id, key, name, description, position, version from scene
                where tenant_id = :tenant and deleted_at is null order by position, id
                """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Scene(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                        row.getString(4), row.getInt(5), row.getLong(6)))
                .list();
    }

    private NodeVersion version(ResultSet row) throws SQLException {
        var dueSoon = row.getString("due_soon");
        return new NodeVersion(row.getInt("version"), row.getString("name"), row.getString("why"),
                NodeJson.assignee(json.readTree(row.getString("assignee"))),
                NodeJson.trigger(json.readTree(row.getString("trigger"))),
                Span.parse(row.getString("grace")).orElseThrow(),
                dueSoon == null ? null : Span.parse(dueSoon).orElseThrow(),
                NodeJson.evidence(json.readTree(row.getString("evidence"))), row.getBigDecimal("weight"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    void insert(TenantId tenant, Scene scene) {
        jdbc.sql("""
                insert into scene (tenant_id, id, key, name, description, position)
                values (:tenant, :id, :key, :name, :description, :position)
                """)
                .param("tenant", tenant.value())
                .param("id", scene.id())
                .param("key", scene.key())
                .param("name", scene.name())
                .param("description", scene.description())
                .param("position", scene.position())
                .update();
    }

    void update(TenantId tenant, Scene scene) {
        jdbc.sql("""
                update scene set name = :name, description = :description, position = :position, version = version + 1
                where tenant_id = :tenant and id = :id
                """)
                .param("tenant", tenant.value())
                .param("id", scene.id())
                .param("name", scene.name())
                .param("description", scene.description())
                .param("position", scene.position())
                .update();
    }

    /** The scene goes for good, its nodes stay without one. */
    void delete(TenantId tenant, Scene scene) {
        jdbc.sql("update node set scene_id = null where tenant_id = :tenant and scene_id = :id")
                .param("tenant", tenant.value())
                .param("id", scene.id())
                .update();
        jdbc.sql("delete from scene where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", scene.id())
                .update();
    }

    void insert(TenantId tenant, Node node, @Nullable UUID by) {
        jdbc.sql("""
                insert into node (tenant_id, id, key, scene_id, table_id, position, version)
                values (:tenant, :id, :key, cast(:scene as uuid), :table, :position, :version)
                """)
                .param("tenant", tenant.value())
                .param("id", node.id())
                .param("key", node.key())
                .param("scene", node.scene())
                .param("table", node.table())
                .param("position", node.position())
                .param("version", node.current().version())
                .update();
        insertVersion(tenant, node, by);
    }

    /** Stores where the node stands, and its newest version when that is new. */
    void update(TenantId tenant, Node node, boolean isNewVersion, @Nullable UUID by) {
        jdbc.sql("""
                update node set scene_id = cast(:scene as uuid), position = :position, version = :version
                where tenant_id = :tenant and id = :id
                """)
                .param("tenant", tenant.value())
                .param("id", node.id())
                .param("scene", node.scene())
                .param("position", node.position())
                .param("version", node.current().version())
                .update();
        if (isNewVersion) {
            insertVersion(tenant, node, by);
        }
    }

    private void insertVersion(TenantId tenant, Node node, @Nullable UUID by) {
        var version = node.current();
        jdbc.sql("""
                insert into node_version (tenant_id, node_id, version, name, why, assignee, trigger, grace, due_soon,
                                          evidence, weight, valid_from, valid_until, created_at, created_by)
                values (:tenant, :node, :version, :name, :why, cast(:assignee as jsonb), cast(:trigger as jsonb),
                        :grace, :dueSoon, cast(:evidence as jsonb), :weight, cast(:validFrom as date),
                        cast(:validUntil as date), :createdAt, cast(:by as uuid))
                """)
                .param("tenant", tenant.value())
                .param("node", node.id())
                .param("version", version.version())
                .param("name", version.name())
                .param("why", version.why())
                .param("assignee", NodeJson.stored(version.assignee()).toString())
                .param("trigger", NodeJson.trigger(version.trigger()).toString())
                .param("grace", version.grace().toString())
                .param("dueSoon", version.dueSoon() == null ? null : version.dueSoon().toString())
                .param("evidence", NodeJson.evidence(version.evidence()).toString())
                .param("weight", version.weight())
                .param("validFrom", version.validFrom())
                .param("validUntil", version.validUntil())
                .param("createdAt", utc(version.createdAt()))
                .param("by", by)
                .update();
    }

    void delete(TenantId tenant, UUID node, Instant now) {
        jdbc.sql("update node set deleted_at = :now where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", node)
                .param("now", utc(now))
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
