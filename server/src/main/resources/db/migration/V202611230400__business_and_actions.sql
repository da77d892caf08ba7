-- Business objects and events, scenes, nodes, and the ledger of expectations.

create table object_type (
    tenant_id uuid not null references tenant,
    id uuid not null,
    key text collate "C" not null,
    name text not null,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);

create table event_type (
    tenant_id uuid not null references tenant,
    id uuid not null,
    key text collate "C" not null,
    name text not null,
    object_type_id uuid,
    outcome boolean not null default false,
    primary key (tenant_id, id),
    unique (tenant_id, key),
    foreign key (tenant_id, object_type_id) references object_type
);

create table business_object (
    tenant_id uuid not null references tenant,
    id uuid not null,
    type_id uuid not null,
    external_id text collate "C" not null,
    name text not null,
    owner_id uuid,
    fields jsonb not null default '{}',
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, type_id, external_id),
    foreign key (tenant_id, type_id) references object_type,
    foreign key (tenant_id, owner_id) references person
);
create index business_object_owner on business_object (tenant_id, owner_id) where owner_id is not null;

create table business_event (
    tenant_id uuid not null references tenant,
    id uuid not null,
    source text collate "C" not null,
    external_id text collate "C" not null,
    type_id uuid not null,
    object_id uuid,
    actor_id uuid,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    data jsonb not null default '{}',
    primary key (tenant_id, id),
    unique (tenant_id, source, external_id),
    foreign key (tenant_id, type_id) references event_type,
    foreign key (tenant_id, object_id) references business_object
);
create index business_event_object on business_event (tenant_id, object_id, occurred_at) where object_id is not null;

create table scene (
    tenant_id uuid not null references tenant,
    id uuid not null,
    key text collate "C" not null,
    name text not null,
    description text not null default '',
    position int not null default 0,
    version bigint not null default 1,
    deleted_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);

create table node (
    tenant_id uuid not null references tenant,
    id uuid not null,
    key text collate "C" not null,
    scene_id uuid,
    table_id uuid not null,
    position int not null default 0,
    version int not null, -- the newest node_version
    deleted_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, key),
    foreign key (tenant_id, scene_id) references scene,
    foreign key (tenant_id, table_id) references data_table
);
create index node_table on node (tenant_id, table_id);

create table node_version (
    tenant_id uuid not null,
    node_id uuid not null,
    version int not null,
    name text not null,
    why text not null default '',
    assignee jsonb not null,
    trigger jsonb not null,
    grace text not null default 'PT0S',
    due_soon text, -- null: the last quarter of the span, at most 24 h
    evidence jsonb not null default '[]',
    weight numeric not null default 1,
    valid_from date,
    valid_until date,
    created_at timestamptz not null,
    created_by uuid,
    primary key (tenant_id, node_id, version),
    foreign key (tenant_id, node_id) references node
);

-- How far the cadence of a node has been written: the start of the next period to write.
create table cadence_mark (
    tenant_id uuid not null,
    node_id uuid not null,
    next_period date not null,
    primary key (tenant_id, node_id),
    foreign key (tenant_id, node_id) references node
);

create table expectation (
    tenant_id uuid not null,
    id uuid not null,
    node_id uuid not null,
    node_version int not null,
    person_id uuid not null,
    unit_id uuid,
    object_id uuid,
    origin text collate "C" not null, -- what made it: period and number, or the business event
    opens_at timestamptz not null,
    due_at timestamptz not null,
    grace_until timestamptz not null, -- due + grace
    closes_at timestamptz, -- null: never
    due_soon_at timestamptz not null,
    counts_on date not null,
    closed_by uuid, -- record
    closed_at timestamptz, -- effective time of that record
    exempt_at timestamptz,
    exempt_by uuid,
    exempt_reason text,
    cancelled_at timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, node_id, person_id, origin),
    foreign key (tenant_id, node_id, node_version) references node_version (tenant_id, node_id, version),
    foreign key (tenant_id, person_id) references person
) with (fillfactor = 80);
create index expectation_group on expectation (tenant_id, person_id, node_id, due_at);
create index expectation_object on expectation (tenant_id, object_id) where object_id is not null;
create index expectation_unit on expectation (tenant_id, unit_id, node_id, counts_on);
create index expectation_counts on expectation (tenant_id, counts_on);
create index expectation_closed_by on expectation (tenant_id, closed_by) where closed_by is not null;
-- The one index that does not start with the tenant: the sweep finds tenants with something due.
create index expectation_due on expectation (due_at, tenant_id) where closed_by is null and exempt_at is null and cancelled_at is null;

do $$
declare t text;
begin
    foreach t in array array['object_type', 'event_type', 'business_object', 'business_event', 'scene', 'node', 'node_version',
            'cadence_mark', 'expectation'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
    end loop;
end $$;
create policy sweep on expectation for select to huoji_sweep using (true);
grant select (tenant_id, due_at, closed_by, exempt_at, cancelled_at) on expectation to huoji_sweep;
