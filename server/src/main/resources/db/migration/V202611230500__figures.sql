-- Roll-ups, rebuilt at will from record and expectation. Cells are recounted, never added to, so order and repetition of events do not matter.

create table unit_day (
    tenant_id uuid not null references tenant,
    unit_id uuid not null,
    node_id uuid not null,
    day date not null,
    -- from the ledger, by counts_on
    expected int not null default 0, -- neither exempt nor cancelled before due
    on_time int not null default 0,
    done int not null default 0, -- closed, on time or late
    exempt int not null default 0,
    proven int not null default 0, -- closed and evidence complete
    -- from the records, by local day of the effective time
    actions int not null default 0,
    unplanned int not null default 0,
    late int not null default 0,
    rated int not null default 0,
    met int not null default 0,
    improve int not null default 0,
    support int not null default 0,
    key_actions int not null default 0,
    complete int not null default 0,
    complete_on_time int not null default 0,
    primary key (tenant_id, unit_id, node_id, day)
);
create index unit_day_day on unit_day (tenant_id, day);

create table person_month (
    tenant_id uuid not null references tenant,
    person_id uuid not null,
    node_id uuid not null,
    month date not null, -- its first day
    expected int not null default 0,
    on_time int not null default 0,
    done int not null default 0,
    exempt int not null default 0,
    proven int not null default 0,
    actions int not null default 0,
    unplanned int not null default 0,
    late int not null default 0,
    rated int not null default 0,
    met int not null default 0,
    improve int not null default 0,
    support int not null default 0,
    key_actions int not null default 0,
    complete int not null default 0,
    complete_on_time int not null default 0,
    primary key (tenant_id, person_id, node_id, month)
);
create index person_month_month on person_month (tenant_id, month);

do $$
declare t text;
begin
    foreach t in array array['unit_day', 'person_month'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
    end loop;
end $$;
