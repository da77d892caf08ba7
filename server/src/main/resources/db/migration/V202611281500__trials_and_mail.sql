-- Trials: how long a tenant may write, and the mails of the house to people who belong to no tenant yet.

alter table tenant add column trial_until timestamptz; -- null: no trial, never ends
alter table tenant add column suspended_at timestamptz; -- since then nobody gets in

-- Above the tenants, like account: whoever asks for a trial has no tenant. It holds no secret: a link is made when the mail is sent.
create table mail (
    id uuid primary key,
    key text collate "C" not null unique, -- the same wish makes the same key, so one mail
    template text collate "C" not null,
    address text collate "C" not null,
    locale text collate "C" not null,
    params jsonb not null default '{}',
    created_at timestamptz not null,
    expires_at timestamptz not null, -- not worth sending afterwards
    attempts int not null default 0,
    next_at timestamptz, -- null: sent, or given up
    sent_at timestamptz,
    last_error text
);
create index mail_due on mail (next_at) where next_at is not null;
create index mail_expiry on mail (expires_at);
grant select, insert, update, delete on mail to huoji_app;
