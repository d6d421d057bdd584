-- What one outside party may read of one request, until a day: chosen field by field and kept as it stood then. The address is kept as a
-- fingerprint only; every look is a row.
create table request_share (
    id          uuid primary key,
    request_id  uuid not null references request,
    token_print bytea not null,
    recipient   text not null,
    purpose     text not null,
    items       jsonb not null,
    files       uuid[] not null,
    may_answer  boolean not null,
    made_at     timestamptz not null,
    made_by     uuid,
    made_name   text not null,
    unit_id     uuid not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    revoked_name text
);
create unique index request_share_token on request_share (token_print);
create index request_share_request on request_share (request_id, id);

create table share_look (
    id       uuid primary key,
    share_id uuid not null references request_share,
    at       timestamptz not null,
    what     text not null,
    address  text
);
create index share_look_share on share_look (share_id, id);

insert into request_setting (key, valid_from, value, basis) values ('share-days-most', '2000-01-01', 30, '初始设置，按本地规定调整');
