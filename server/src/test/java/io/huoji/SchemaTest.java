package io.huoji;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.HuojiTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules for data that let one tenant's rows live anywhere, checked on the catalogue of the database as it was migrated. */
@HuojiTest
class SchemaTest {

    /** Tables of ours without a tenant's wall. Adding one here is a decision: ids and times only, no personal data but the account's and the address of a mail to somebody outside. */
    private static final String OPEN = "('account', 'account_membership', 'credential', 'lane', 'mail', 'stamp', 'scheduled_tasks', 'flyway_schema_history')";
    private static final String TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in %s
            """.formatted(OPEN);

    @Autowired JdbcClient jdbc;

    private List<@Nullable String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Test
    void theTenantIsTheFirstColumnOfEveryTable() {
        assertThat(names("select c.relname " + TABLES)).hasSizeGreaterThan(25);
        assertThat(names("select c.relname " + TABLES + """
                 and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = 1
                 and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)
                """)).isEmpty();
    }

    @Test
    void theTenantIsFirstInEveryKeyAndIndex() {
        assertThat(
                names("select i.indexrelid::regclass::text from pg_index i where i.indrelid in (select c.oid " + TABLES
                        + ") and i.indkey[0] <> 1 order by 1"))
                .as("indexes").containsOnly("expectation_due");
        assertThat(
                names("select conrelid::regclass || '.' || conname from pg_constraint where contype in ('p', 'u', 'f') "
                        + "and conrelid in (select c.oid " + TABLES + ") and conkey[1] <> 1"))
                .as("keys").isEmpty();
    }

    @Test
    void everyTableIsBehindTheWall() {
        assertThat(names("select c.relname " + TABLES + " and not c.relrowsecurity")).isEmpty();
        assertThat(names("select c.relname " + TABLES + """
                 and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
                 and 'huoji_app'::regrole = any (p.polroles)
                 and pg_get_expr(p.polqual, p.polrelid) like '%tenant_id = %app.tenant%')
                """)).isEmpty();
        assertThat(names("select c.relname " + TABLES + " and c.relowner = 'huoji_app'::regrole")).isEmpty();
        assertThat(names("select rolname from pg_roles where rolname = 'huoji_app' and (rolsuper or rolbypassrls)"))
                .isEmpty();
    }

    @Test
    void nothingIsThereThatAnotherPlaceCouldNotKeep() {
        assertThat(names("select tgname from pg_trigger where not tgisinternal")).as("triggers").isEmpty();
        assertThat(names("select rulename from pg_rules where schemaname = 'public'")).as("rules").isEmpty();
        assertThat(names("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and (c.relkind in ('S', 'v', 'm', 'f') or c.relpersistence = 'u')
                """)).as("sequences, views, unlogged tables").isEmpty();
        assertThat(
                names("select conname from pg_constraint where confdeltype in ('n', 'd') or confupdtype in ('n', 'd')"))
                .as("set null").isEmpty();
    }
}
