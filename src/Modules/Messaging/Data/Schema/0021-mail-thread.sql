-- A correspondence between a box and one sender. His address and what is answered are sealed.
create table mail_thread (
    id              uuid primary key,
    box_id          uuid not null references mail_box,
    sender_print    bytea not null,
    trail           bytea not null,
    started_at      timestamptz not null,
    acknowledged_at timestamptz,
    bounced_at      timestamptz
);
create index mail_thread_sender on mail_thread (sender_print, acknowledged_at);

-- By what a mail that comes back is known: the part behind the plus of the address we gave, and the Message-ID of what we sent. Only keyed
-- hashes stand here; every mail that goes out has a new one.
create table mail_thread_mark (
    print     bytea primary key,
    thread_id uuid not null references mail_thread,
    is_token  boolean not null,
    made_at   timestamptz not null
);
create index mail_thread_mark_thread on mail_thread_mark (thread_id);
create index mail_in_thread on mail_in (thread_id, id) where thread_id is not null;
