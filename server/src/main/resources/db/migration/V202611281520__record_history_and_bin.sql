-- A version that was made by going back to an earlier one names it.
alter table record_history add column reverts_to bigint;

-- The recycle bin, newest first, and what has been there long enough to be erased. Living records are not in it.
create index record_bin on record (tenant_id, table_id, deleted_at, id) where deleted_at is not null;
create index record_erasable on record (tenant_id, deleted_at) where deleted_at is not null;
