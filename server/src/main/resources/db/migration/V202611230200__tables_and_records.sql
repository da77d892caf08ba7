-- The no-code model and its records. Role fields of a record are real columns, all other fields live in the JSONB column
-- by field key; an indexed field is copied into one of the slots.

create table data_table (
    tenant_id uuid not null references tenant,
    id uuid not null,
    key text collate "C" not null,
    name text not null,
    description text not null default '',
    position int not null default 0,
    version bigint not null default 1,
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);

create table field (
    tenant_id uuid not null,
    id uuid not null,
    table_id uuid not null,
    key text collate "C" not null,
    name text not null,
    type text collate "C" not null,
    role text collate "C",
    required boolean not null default false,
    config jsonb not null default '{}',
    position int not null default 0,
    slot text collate "C", -- s1..s6, n1..n4, t1..t4 when indexed
    deleted_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, table_id, key),
    foreign key (tenant_id, table_id) references data_table
);
create unique index field_role on field (tenant_id, table_id, role) where role is not null and deleted_at is null;

create table view (
    tenant_id uuid not null,
    id uuid not null,
    table_id uuid not null,
    key text collate "C" not null,
    name text not null,
    config jsonb not null,
    owner_id uuid,
    position int not null default 0,
    version bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, table_id, key),
    foreign key (tenant_id, table_id) references data_table
);

create table record (
    tenant_id uuid not null,
    id uuid not null,
    table_id uuid not null,
    subject_id uuid,
    unit_id uuid,
    kind_id uuid, -- the action node, when a module above knows one
    kind_version int,
    object_id uuid,
    occurred_at timestamptz,
    received_at timestamptz not null,
    effective_at timestamptz,
    late boolean not null default false,
    level text collate "C", -- band of the quality field: MET, IMPROVE, SUPPORT
    lead_level text collate "C",
    evidence_needed smallint not null default 0, -- items that the kind lists
    evidence_present smallint not null default 0,
    evidence_complete boolean,
    evidence_complete_at timestamptz, -- when the last listed item came
    confirmation text collate "C" not null default 'none',
    source text collate "C" not null,
    external_source text collate "C",
    external_id text collate "C",
    fields jsonb not null default '{}',
    version bigint not null default 1,
    sample boolean not null default false,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    s1 text collate "C", s2 text collate "C", s3 text collate "C", s4 text collate "C", s5 text collate "C", s6 text collate "C",
    n1 numeric, n2 numeric, n3 numeric, n4 numeric,
    t1 timestamptz, t2 timestamptz, t3 timestamptz, t4 timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, table_id) references data_table
) with (fillfactor = 80);
create index record_table on record (tenant_id, table_id, id);
create unique index record_external on record (tenant_id, table_id, external_source, external_id) where external_id is not null;
create index record_unit_kind on record (tenant_id, unit_id, kind_id, effective_at);
create index record_group on record (tenant_id, subject_id, kind_id, effective_at);
create index record_object on record (tenant_id, object_id, effective_at) where object_id is not null;
create index record_occurred on record (tenant_id, table_id, occurred_at);
create index record_s1 on record (tenant_id, table_id, s1, id) where s1 is not null;
create index record_s2 on record (tenant_id, table_id, s2, id) where s2 is not null;
create index record_s3 on record (tenant_id, table_id, s3, id) where s3 is not null;
create index record_s4 on record (tenant_id, table_id, s4, id) where s4 is not null;
create index record_s5 on record (tenant_id, table_id, s5, id) where s5 is not null;
create index record_s6 on record (tenant_id, table_id, s6, id) where s6 is not null;
create index record_n1 on record (tenant_id, table_id, n1) where n1 is not null;
create index record_n2 on record (tenant_id, table_id, n2) where n2 is not null;
create index record_n3 on record (tenant_id, table_id, n3) where n3 is not null;
create index record_n4 on record (tenant_id, table_id, n4) where n4 is not null;
create index record_t1 on record (tenant_id, table_id, t1) where t1 is not null;
create index record_t2 on record (tenant_id, table_id, t2) where t2 is not null;
create index record_t3 on record (tenant_id, table_id, t3) where t3 is not null;
create index record_t4 on record (tenant_id, table_id, t4) where t4 is not null;

create table record_history (
    tenant_id uuid not null,
    record_id uuid not null,
    version bigint not null,
    at timestamptz not null,
    actor_id uuid, -- person, null for the system
    act text collate "C" not null, -- created, updated, deleted, restored
    source text collate "C" not null,
    changes jsonb not null, -- {field: {from, to}}; for created {field: {to}}
    primary key (tenant_id, record_id, version),
    foreign key (tenant_id, record_id) references record
);

-- Values of unique fields, so that the database holds the promise.
create table unique_value (
    tenant_id uuid not null,
    field_id uuid not null,
    value text collate "C" not null,
    record_id uuid not null,
    primary key (tenant_id, field_id, value),
    foreign key (tenant_id, record_id) references record
);
create index unique_value_record on unique_value (tenant_id, record_id);

create table file (
    tenant_id uuid not null references tenant,
    id uuid not null,
    record_id uuid, -- null until a record carries it
    name text not null,
    kind text collate "C" not null, -- photo, recording, document
    media_type text collate "C" not null,
    size bigint not null,
    width int,
    height int,
    sha256 bytea not null,
    thumbnail boolean not null default false,
    created_at timestamptz not null,
    created_by uuid not null,
    erased_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, record_id) references record
);
create index file_hash on file (tenant_id, sha256);
create index file_record on file (tenant_id, record_id) where record_id is not null;
create index file_loose on file (tenant_id, created_at) where record_id is null;

do $$
declare t text;
begin
    foreach t in array array['data_table', 'field', 'view', 'record', 'record_history', 'unique_value', 'file'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
    end loop;
end $$;
