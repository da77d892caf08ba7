package io.huoji.platform.identity;

import io.huoji.platform.tenant.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and their memberships, which stand above the tenants. */
@Repository
@Transactional
class AccountRepository {

    /** A person of a tenant as whom an account may sign in. */
    record Seat(TenantId tenant, UUID person) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> byLogin(String login) {
        return find("login = :value", login);
    }

    Optional<Account> byId(UUID id) {
        return find("id = :value", id);
    }

    private Optional<Account> find(String condition, Object value) {
        return jdbc.sql("""
                select id, login, name, password_hash, locale from account
                where disabled_at is null and %s
                """.formatted(condition))
                .param("value", value)
                .query((row, n) -> new Account(row.getObject("id", UUID.class), row.getString("login"),
                        row.getString("name"), row.getString("password_hash"), row.getString("locale")))
                .optional();
    }

    void insert(Account account) {
        jdbc.sql("""
                insert into account (id, login, name, password_hash, locale, created_at)
                values (:id, :login, :name, :hash, :locale, :now)
                """)
                .param("id", account.id())
                .param("login", account.login())
                .param("name", account.name())
                .param("hash", account.passwordHash())
                .param("locale", account.locale())
                .param("now", now())
                .update();
    }

    /** Whether somebody can sign in as that person. */
    boolean isTaken(Seat seat) {
        return jdbc.sql("""
                select exists (select from account_membership
                               where tenant_id = :tenant and person_id = :person and ended_at is null)
                """)
                .param("tenant", seat.tenant().value())
                .param("person", seat.person())
                .query(Boolean.class)
                .single();
    }

    void changePassword(UUID account, String hash) {
        jdbc.sql("update account set password_hash = :hash where id = :id")
                .param("id", account)
                .param("hash", hash)
                .update();
    }

    void changeLocale(UUID account, String locale) {
        jdbc.sql("update account set locale = :locale where id = :id")
                .param("id", account)
                .param("locale", locale)
                .update();
    }

    List<Seat> seats(UUID account) {
        return jdbc.sql("""
                select tenant_id, person_id from account_membership
                where account_id = :account and ended_at is null
                order by created_at
                """)
                .param("account", account)
                .query((row, n) -> new Seat(new TenantId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
                .list();
    }

    /** Gives the account a seat; one that had ended is taken up again. */
    void seat(UUID account, Seat seat) {
        jdbc.sql("""
                insert into account_membership (account_id, tenant_id, person_id, created_at)
                values (:account, :tenant, :person, :now)
                on conflict (account_id, tenant_id) do update
                set person_id = excluded.person_id, created_at = excluded.created_at, ended_at = null
                """)
                .param("account", account)
                .param("tenant", seat.tenant().value())
                .param("person", seat.person())
                .param("now", now())
                .update();
    }

    /** Ends the seats of a person; answers whose they were. */
    List<UUID> endSeats(Seat seat) {
        return jdbc.sql("""
                update account_membership set ended_at = :now
                where tenant_id = :tenant and person_id = :person and ended_at is null
                returning account_id
                """)
                .param("tenant", seat.tenant().value())
                .param("person", seat.person())
                .param("now", now())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
