-- The id that the write makes, the same for every attempt under one Idempotency-Key: an attempt that died after its commit is found by it.
alter table idempotent_request add column inner_key uuid not null;
