-- A ticket's one submission may be taken back and made again: each attempt has its own record id, made ahead so that a repeat finds it.
alter table embed_ticket add column next_record_id uuid not null;
alter table embed_ticket add column files int not null default 0;
