-- The work queue: every change leaves an event in the same transaction; a worker holds the lane of one tenant at a time.

create table lane (
    tenant_id uuid primary key references tenant,
    low uuid not null default '00000000-0000-0000-0000-000000000000' -- last id taken minus one second
);

create table event (
    tenant_id uuid not null,
    id uuid not null,
    kind text collate "C" not null,
    subject_id uuid,
    payload jsonb not null default '{}',
    primary key (tenant_id, id)
);

-- An event that one consumer could not take; tried again with backoff, shown to the operator.
create table parked_event (
    tenant_id uuid not null,
    consumer text collate "C" not null,
    id uuid not null,
    kind text collate "C" not null,
    subject_id uuid,
    payload jsonb not null,
    attempts int not null,
    next_at timestamptz not null,
    error text not null,
    primary key (tenant_id, consumer, id)
);

create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

do $$
declare t text;
begin
    foreach t in array array['event', 'parked_event'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
    end loop;
end $$;
grant select, insert, update, delete on lane, scheduled_tasks to huoji_app;
create policy sweep on event for select to huoji_sweep using (true);
grant select (tenant_id, id) on event to huoji_sweep;
create policy sweep on parked_event for select to huoji_sweep using (true);
grant select (tenant_id, next_at) on parked_event to huoji_sweep;
