-- An address at which the union receives letters (docs/decisions/0014-the-chairs-mailbox.md).
create table mail_box (
    id        uuid primary key,
    address   text not null check (address = lower(address)),
    name      text not null,
    unit_id   uuid not null,
    has_plus  boolean not null,
    closed_at timestamptz
);
create unique index mail_box_address on mail_box (address);

-- Who reads its letters, and nobody else: its chair, and clerks charged with it.
create table mail_box_reader (
    box_id   uuid not null references mail_box,
    account  uuid not null references account,
    is_chair boolean not null,
    since    timestamptz not null,
    primary key (box_id, account)
);
create index mail_box_reader_account on mail_box_reader (account);

-- What came in, each mail once however often and by however many doors it was fetched: the key is a hash of its content.
create table mail_in (
    id           uuid primary key,
    box_id       uuid not null references mail_box,
    key          bytea not null,
    token_print  bytea,
    received_at  timestamptz not null,
    content      bytea,
    sender_print bytea,
    state        text not null check (state in ('new', 'taken', 'waiting', 'kept-out', 'thrown-away')),
    state_before text,
    why          text,
    thread_id    uuid,
    settled_at   timestamptz
);
create unique index mail_in_key on mail_in (box_id, key);
create index mail_in_left on mail_in (box_id, id) where state <> 'taken';
create index mail_in_sender on mail_in (sender_print, received_at) where sender_print is not null;
