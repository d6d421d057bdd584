-- Who was named in an internal note: his list.
create table mention (
    id         uuid primary key,
    request_id uuid not null references request,
    entry_id   uuid not null references timeline_entry,
    account    uuid not null,
    by_account uuid,
    by_name    text not null,
    at         timestamptz not null
);
create index mention_account on mention (account, id desc);
create index mention_request on mention (request_id);

-- Who has a case open now, on whatever node: leases that run out by themselves. Lost in a crash, and no loss.
create unlogged table case_presence (
    request_id    uuid not null,
    account       uuid not null,
    name          text not null,
    unit_id       uuid not null,
    until         timestamptz not null,
    writing_until timestamptz,
    primary key (request_id, account)
);
create index case_presence_until on case_presence (until);
