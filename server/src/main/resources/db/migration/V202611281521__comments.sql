-- What people say about a record, and whom they name in it. Both go when the record is erased.

create table record_comment (
    tenant_id uuid not null,
    id uuid not null,
    record_id uuid not null,
    author_id uuid, -- person, null for a system
    body text not null, -- a mention is written @[id of the person]
    created_at timestamptz not null,
    edited_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, record_id) references record on delete cascade
);
create index record_comment_record on record_comment (tenant_id, record_id, id);

create table record_mention (
    tenant_id uuid not null,
    person_id uuid not null,
    comment_id uuid not null,
    read_at timestamptz,
    primary key (tenant_id, person_id, comment_id),
    foreign key (tenant_id, comment_id) references record_comment on delete cascade
);
create index record_mention_comment on record_mention (tenant_id, comment_id);
create index record_mention_unread on record_mention (tenant_id, person_id) where read_at is null;

do $$
declare t text;
begin
    foreach t in array array['record_comment', 'record_mention'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy tenant_wall on %I to huoji_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
        execute format('grant select, insert, update, delete on %I to huoji_app', t);
        -- Every tenant is planned as a large one, as for the other tables.
        execute format('alter table %I alter column tenant_id set statistics 0', t);
    end loop;
end $$;
