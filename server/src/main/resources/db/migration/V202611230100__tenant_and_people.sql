-- Tenants, accounts, organisation, access. Every tenant table starts with tenant_id and is closed by row-level security;
-- the exceptions (account, account_membership, credential, stamp, lane) hold ids, hashes and times that are needed before a tenant is known.

create table tenant (
    tenant_id uuid primary key,
    name text not null,
    zone text not null,
    locale text not null default 'zh-CN',
    settings jsonb not null default '{}',
    created_at timestamptz not null
);

-- One per tenant: its version grows with every change that caches in memory depend on (model, organisation, rights).
create table stamp (
    tenant_id uuid primary key references tenant,
    version bigint not null,
    changed_at timestamptz not null
);
create index stamp_changed on stamp (changed_at);

create table account (
    id uuid primary key,
    login text collate "C" not null unique, -- lower-case e-mail or E.164 mobile
    name text not null,
    password_hash text not null,
    locale text,
    created_at timestamptz not null,
    disabled_at timestamptz
);

create table account_membership (
    account_id uuid not null references account,
    tenant_id uuid not null references tenant,
    person_id uuid not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    primary key (account_id, tenant_id)
);
create index account_membership_tenant on account_membership (tenant_id, person_id);

-- What a caller can show: only a hash of it is kept. kind: session, token, invitation, setup, ticket, choice.
create table credential (
    hash bytea primary key,
    tenant_id uuid,
    kind text not null,
    ref uuid, -- the session, token, invitation or ticket row inside the tenant
    expires_at timestamptz
);
create index credential_expiry on credential (expires_at);
create index credential_ref on credential (tenant_id, ref);

create table unit (
    tenant_id uuid not null references tenant,
    id uuid not null,
    code text collate "C" not null,
    name text not null,
    kind text collate "C" not null,
    parent_id uuid,
    position int not null default 0,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id, parent_id) references unit
);
create index unit_parent on unit (tenant_id, parent_id);

create table person (
    tenant_id uuid not null references tenant,
    id uuid not null,
    code text collate "C" not null,
    name text not null,
    name_key text collate "C" not null, -- sort and search key (pinyin) of the name
    email text collate "C",
    mobile text collate "C",
    manager_id uuid,
    external_ids jsonb not null default '{}',
    active boolean not null default true,
    version bigint not null default 1,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id, manager_id) references person
);
create unique index person_email on person (tenant_id, email) where email is not null;
create unique index person_mobile on person (tenant_id, mobile) where mobile is not null;
create index person_name on person (tenant_id, name_key, id);

-- The unit a person belongs to over [valid_from, valid_to); null = since ever, until further notice. Intervals of a person never overlap.
create table unit_membership (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    valid_from date,
    valid_to date,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, unit_id) references unit,
    check (valid_from is null or valid_to is null or valid_from < valid_to)
);
create index unit_membership_person on unit_membership (tenant_id, person_id, valid_from);
create index unit_membership_unit on unit_membership (tenant_id, unit_id);

create table role (
    tenant_id uuid not null references tenant,
    id uuid not null,
    key text collate "C" not null,
    name text not null,
    class text not null check (class in ('knowledge', 'service')),
    scope text not null check (scope in ('own', 'reports', 'unit', 'unitAndBelow', 'listed', 'all')),
    listed_units uuid[] not null default '{}',
    permissions text[] not null default '{}',
    condition jsonb,
    built_in boolean not null default false,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);

create table role_grant (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    role_id uuid not null,
    unit_id uuid, -- null: the person's own unit
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, person_id, role_id, unit_id),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, role_id) references role,
    foreign key (tenant_id, unit_id) references unit
);
create index role_grant_role on role_grant (tenant_id, role_id);

create table session (
    tenant_id uuid not null references tenant,
    id uuid not null,
    account_id uuid not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    device text not null,
    address text not null,
    primary key (tenant_id, id)
);
create index session_account on session (tenant_id, account_id);

create table api_token (
    tenant_id uuid not null references tenant,
    id uuid not null,
    name text not null,
    scopes text[] not null,
    unit_id uuid, -- limits the token to this unit and below
    created_by uuid not null, -- person; the token never sees more than this person does now
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, id)
);

create table invitation (
    tenant_id uuid not null references tenant,
    id uuid not null,
    person_id uuid not null,
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person
);
create index invitation_person on invitation (tenant_id, person_id);

-- The first outcome of each write that carried an Idempotency-Key, kept 24 h.
create table idempotent_request (
    tenant_id uuid not null references tenant,
    caller uuid not null, -- account or token
    method text collate "C" not null,
    path text collate "C" not null,
    key text collate "C" not null,
    body_hash bytea not null,
    status int, -- null while running
    headers jsonb,
    body bytea,
    started_at timestamptz not null,
    primary key (tenant_id, caller, method, path, key)
);
create index idempotent_request_age on idempotent_request (tenant_id, started_at);

do $$
declare t text;
begin
    foreach t in array array['tenant', 'unit', 'person', 'unit_membership', 'role', 'role_grant', 'session', 'api_token',
            'invitation', 'idempotent_request'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
    end loop;
end $$;
grant select, insert, update, delete on stamp, account, account_membership, credential to huoji_app;
