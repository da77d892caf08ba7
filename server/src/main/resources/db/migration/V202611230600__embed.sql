create table embed_ticket (
    tenant_id uuid not null references tenant,
    id uuid not null,
    node_id uuid not null,
    object_id uuid,
    actor_id uuid not null,
    origin text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    record_id uuid, -- its one submission
    primary key (tenant_id, id)
);
create index embed_ticket_expiry on embed_ticket (tenant_id, expires_at);
do $$
begin
    execute 'alter table embed_ticket enable row level security';
    execute 'create policy tenant_wall on embed_ticket to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)';
    execute 'grant select, insert, update, delete on embed_ticket to huoji_app';
end $$;
