-- The server through which mail goes out: one row. The password is sealed.
create table mail_server (
    id           int primary key check (id = 1),
    host         text not null,
    port         int not null check (port between 1 and 65535),
    security     text not null check (security in ('tls', 'start-tls', 'plain')),
    user_name    text not null,
    password     bytea,
    from_address text not null,
    from_name    text not null,
    authority    text
);

-- Mail going out. What stands in it, and to whom it goes, is sealed; the same key is sent once.
create table mail_out (
    id            uuid primary key,
    key           text not null,
    state         text not null check (state in ('waiting', 'sent', 'failed')),
    at            timestamptz not null,
    due_at        timestamptz,
    claimed_until timestamptz,
    since         timestamptz not null,
    attempts      int not null,
    sent_at       timestamptz,
    failed_at     timestamptz,
    fault         text,
    content       bytea not null,
    check ((state = 'waiting') = (due_at is not null))
);
create unique index mail_out_key on mail_out (key);
create index mail_out_due on mail_out (due_at) where state = 'waiting';
create index mail_out_failed on mail_out (id) where state = 'failed';
create index mail_out_at on mail_out (at);
