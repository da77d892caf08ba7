create table transfer (
    tenant_id uuid not null references tenant,
    id uuid not null,
    kind text collate "C" not null, -- import, export
    target text collate "C" not null, -- table, people, units
    table_key text collate "C", -- of target table
    file_name text not null,
    state text collate "C" not null, -- draft, checking, checked, running, done, failed, cancelled
    locale text collate "C" not null,
    actor jsonb not null, -- on whose behalf, with the rights of that moment
    shape jsonb, -- of the file that was sent
    settings jsonb not null,
    total int not null default 0,
    done int not null default 0,
    position int not null default 0, -- the last row of the file that is done with
    made int not null default 0,
    changed int not null default 0,
    unchanged int not null default 0,
    wrong int not null default 0,
    message jsonb, -- why it failed
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, id)
);
create index transfer_own on transfer (tenant_id, created_by, id);
create index transfer_expiry on transfer (tenant_id, expires_at);

create table transfer_problem (
    tenant_id uuid not null,
    transfer_id uuid not null,
    row_number int not null,
    problems jsonb not null,
    primary key (tenant_id, transfer_id, row_number),
    foreign key (tenant_id, transfer_id) references transfer on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['transfer', 'transfer_problem'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
    end loop;
end $$;
