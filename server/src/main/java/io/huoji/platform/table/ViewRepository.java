package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ViewRepository {

    private final JdbcClient jdbc;

    ViewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TenantId tenant, UUID table, View view) {
        jdbc.sql("""
                insert into view (tenant_id, id, table_id, key, name, config, owner_id, position)
                values (:tenant, :id, :table, :key, :name, :config::jsonb, :owner, :position)
                """)
                .param("tenant", tenant.value())
                .param("id", view.id())
                .param("table", table)
                .param("key", view.key())
                .param("name", view.name())
                .param("config", view.config().toString())
                .param("owner", view.owner())
                .param("position", view.position())
                .update();
    }

    void update(TenantId tenant, View view) {
        jdbc.sql("""
                update view set name = :name, config = :config::jsonb, owner_id = :owner, position = :position,
                    version = version + 1
                where tenant_id = :tenant and id = :id
                """)
                .param("tenant", tenant.value())
                .param("id", view.id())
                .param("name", view.name())
                .param("config", view.config().toString())
                .param("owner", view.owner(), java.sql.Types.OTHER)
                .param("position", view.position())
                .update();
    }

    void delete(TenantId tenant, UUID view) {
        jdbc.sql("delete from view where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", view)
                .update();
    }
}
