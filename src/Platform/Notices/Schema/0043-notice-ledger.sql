-- Every message to a person is a row: by which channel, in which state, tried how often, at what cost.
alter table notice
    add column channel  text not null default 'site',
    add column state    text not null default 'sent',
    add column due_at   timestamptz,
    add column sent_at  timestamptz,
    add column attempts int not null default 1,
    add column cost     numeric(12, 4) not null default 0,
    add column error    text,
    add column digest   uuid;
update notice set sent_at = at;
alter table notice alter column attempts drop default, alter column state drop default, alter column channel drop default, alter column cost drop default;
create index notice_due on notice (due_at) where state in ('waiting', 'gathered');
create index notice_digest on notice (digest, id) where digest is not null;
create index notice_kind on notice (kind, id);
create index notice_state on notice (state, id) where state <> 'sent';

-- How somebody wants to be told: hours of rest, and what is gathered to be told once a day.
create table notice_wish (
    account      uuid primary key,
    quiet_from   time,
    quiet_to     time,
    digest_at    time,
    digest_kinds text[] not null,
    check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to)
);
