-- A slot is used for searching only once the records that were there before it carry its copy.
alter table field add column slot_filled boolean not null default false;
