-- No statistics of tenant_id where tenants share a table. With them the planner believes that a tenant it has not met, or a small
-- one beside a large one, has a single row; then every index that begins with tenant_id looks equally good, and it reads the
-- whole tenant by the primary key where another index leads to the one row. Without them it takes every tenant for a 200th of
-- the table and looks for the index that narrows it down.
do $$
declare t text;
begin
    foreach t in array array['record', 'record_history', 'unique_value', 'file', 'business_object', 'business_event',
            'expectation', 'event', 'unit_day', 'unit_period', 'person_month', 'person', 'unit_membership', 'role_grant',
            'session', 'idempotent_request', 'embed_ticket'] loop
        execute format('alter table %I alter column tenant_id set statistics 0', t);
        if current_setting('server_version_num')::int >= 180000 then
            execute format('select pg_clear_attribute_stats(%L, %L, %L, false)', current_schema(), t, 'tenant_id');
        end if;
    end loop;
end $$;
