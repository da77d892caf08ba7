package io.huoji.edge.embed;

import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TicketRepository {

    private final JdbcClient jdbc;

    TicketRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a ticket leads, as long as it is in force. */
    record Door(TenantId tenant, UUID ticket) {}

    void insert(Ticket ticket, TicketSecret secret) {
        jdbc.sql("""
                insert into embed_ticket (tenant_id, id, node_id, object_id, actor_id, origin, created_by, created_at,
                                          expires_at, next_record_id)
                values (:tenant, :id, :node, :object, :actor, :origin, :by, :at, :expires, :next)
                """)
                .param("tenant", ticket.tenant().value())
                .param("id", ticket.id())
                .param("node", ticket.node())
                .param("object", ticket.object())
                .param("actor", ticket.actor())
                .param("origin", ticket.origin())
                .param("by", ticket.createdBy())
                .param("at", at(ticket.createdAt()))
                .param("expires", at(ticket.expiresAt()))
                .param("next", ticket.nextRecord())
                .update();
        jdbc.sql("""
                insert into credential (hash, tenant_id, kind, ref, expires_at)
                values (:hash, :tenant, 'ticket', :id, :expires)
                """)
                .param("hash", secret.hash())
                .param("tenant", ticket.tenant().value())
                .param("id", ticket.id())
                .param("expires", at(ticket.expiresAt()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Door> find(TicketSecret secret, Instant now) {
        return jdbc.sql("""
                select tenant_id, ref from credential where hash = :hash and kind = 'ticket' and expires_at > :now
                """)
                .param("hash", secret.hash())
                .param("now", at(now))
                .query((row, number) -> new Door(new TenantId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class)))
                .optional();
    }

    Optional<Ticket> byId(TenantId tenant, UUID id) {
        return jdbc
                .sql("""
                        select tenant_id, id, node_id, object_id, actor_id, origin, created_by, created_at, expires_at, record_id,
                               next_record_id
                        from embed_ticket where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(TicketRepository::ticket)
                .optional();
    }

    void submitted(Ticket ticket, UUID record) {
        jdbc.sql("update embed_ticket set record_id = :record where tenant_id = :tenant and id = :id")
                .param("record", record)
                .param("tenant", ticket.tenant().value())
                .param("id", ticket.id())
                .update();
    }

    void takenBack(Ticket ticket, UUID nextRecord) {
        jdbc.sql("""
                update embed_ticket set record_id = null, next_record_id = :next where tenant_id = :tenant and id = :id
                """)
                .param("next", nextRecord)
                .param("tenant", ticket.tenant().value())
                .param("id", ticket.id())
                .update();
    }

    /** Counts one more file; false when there are as many as there may be. */
    boolean countFile(Ticket ticket, int most) {
        return jdbc.sql("""
                update embed_ticket set files = files + 1 where tenant_id = :tenant and id = :id and files < :most
                """)
                .param("tenant", ticket.tenant().value())
                .param("id", ticket.id())
                .param("most", most)
                .update() == 1;
    }

    void uncountFile(Ticket ticket) {
        jdbc.sql("update embed_ticket set files = files - 1 where tenant_id = :tenant and id = :id")
                .param("tenant", ticket.tenant().value())
                .param("id", ticket.id())
                .update();
    }

    void deleteExpired(TenantId tenant, Instant before) {
        jdbc.sql("delete from embed_ticket where tenant_id = :tenant and expires_at < :before")
                .param("tenant", tenant.value())
                .param("before", at(before))
                .update();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("id", UUID.class),
                row.getObject("node_id", UUID.class), row.getObject("object_id", UUID.class),
                row.getObject("actor_id", UUID.class), row.getString("origin"),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("record_id", UUID.class), row.getObject("next_record_id", UUID.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
