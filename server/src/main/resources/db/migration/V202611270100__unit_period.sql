-- Weeks and months of unit_day, so that a board reads hundreds of rows where it read tens of thousands. Sums of unit_day, rebuilt from it at will.
create table unit_period (
    tenant_id uuid not null references tenant,
    grain text collate "C" not null, -- week, month
    start date not null, -- its first day
    unit_id uuid not null,
    node_id uuid not null,
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
    primary key (tenant_id, grain, start, unit_id, node_id)
);

do $$
begin
    execute 'alter table unit_period enable row level security';
    execute 'create policy tenant_wall on unit_period to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)';
    execute 'grant select, insert, update, delete on unit_period to huoji_app';
end $$;

insert into unit_period
select tenant_id, grain, date_trunc(grain, day::timestamp)::date, unit_id, node_id, sum(expected), sum(on_time), sum(done),
       sum(exempt), sum(proven), sum(actions), sum(unplanned), sum(late), sum(rated), sum(met), sum(improve), sum(support),
       sum(key_actions), sum(complete), sum(complete_on_time)
from unit_day cross join (values ('week'), ('month')) grains(grain)
group by 1, 2, 3, 4, 5;

-- The newest of a unit and node, and what stands open in a period, without reading what does not belong to it.
create index record_unit_kind_occurred on record (tenant_id, unit_id, kind_id, occurred_at, id);
create index expectation_open on expectation (tenant_id, counts_on)
    where closed_by is null and exempt_at is null;
