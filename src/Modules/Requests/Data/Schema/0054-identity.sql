-- 举报: a sealed identity opens only when a second person has agreed, for a few hours, to the one who asked. Each ask and each answer stays.
create table identity_ask (
    id           uuid primary key,
    request_id   uuid not null references request,
    unit_id      uuid not null,
    reason       text not null,
    asked_at     timestamptz not null,
    asked_by     uuid not null,
    asked_name   text not null,
    granted      boolean,
    words        text,
    decided_at   timestamptz,
    decided_by   uuid,
    decided_name text,
    valid_until  timestamptz,
    check (decided_by is null or decided_by <> asked_by)
);
create index identity_ask_request on identity_ask (request_id, id);
create unique index identity_ask_open on identity_ask (request_id, asked_by) where decided_at is null;

insert into request_setting (key, valid_from, value, basis) values ('identity-hours', '2000-01-01', 24, '初始设置，按本地规定调整');
