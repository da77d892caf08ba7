-- Apps: what came from a template or a file, part by part, so that an upgrade can tell what the tenant changed itself.

create table app (
    tenant_id uuid not null references tenant,
    id uuid not null,
    key text collate "C" not null,
    name text not null,
    version text not null,
    description text not null,
    language text collate "C" not null, -- in which its texts were installed
    installed_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);

create table app_part (
    tenant_id uuid not null,
    app_id uuid not null,
    kind text collate "C" not null,
    key text collate "C" not null, -- as the file says it
    local_key text collate "C" not null, -- as it is called here
    position int not null,
    said jsonb not null, -- what the file said
    base jsonb, -- what stood here afterwards; null: it was here before and is shared
    primary key (tenant_id, app_id, kind, key),
    foreign key (tenant_id, app_id) references app
);

-- What is there only to try the app out.
create table app_sample (
    tenant_id uuid not null,
    app_id uuid not null,
    kind text collate "C" not null, -- unit, person, object, record
    ref_id uuid not null,
    primary key (tenant_id, app_id, kind, ref_id),
    foreign key (tenant_id, app_id) references app
);

-- The checklist of a new tenant: what can't be read from its data.
create table first_steps (
    tenant_id uuid primary key references tenant,
    model_seen_at timestamptz,
    board_seen_at timestamptz,
    dismissed_at timestamptz
);

do $$
declare t text;
begin
    foreach t in array array['app', 'app_part', 'app_sample', 'first_steps'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
    end loop;
end $$;
