create table notice (
    id      uuid primary key,
    account uuid not null,
    at      timestamptz not null,
    title   text not null,
    link    text not null,
    kind    text not null,
    read_at timestamptz
);
create index notice_account on notice (account, id);
create index notice_unread on notice (account) where read_at is null;
