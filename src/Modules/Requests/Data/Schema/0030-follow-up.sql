-- Three witnesses stand apart (docs/decisions/0009-follow-up-and-rates.md): the handler's answer is in the timeline, the worker's word in
-- worker_word, what an independent follow-up heard in follow_up. A round ends when the request closes; a rework begins the next.
alter table request add column reworks int not null default 0;

create table worker_word (
    request_id uuid not null references request,
    round      int not null,
    solved     text,
    rating     text,
    reasons    text[] not null,
    words      text,
    means      text not null,
    at         timestamptz not null,
    changed_at timestamptz,
    primary key (request_id, round)
);

-- Whom to ask, as dated data: of each reason a share, for all, for a service, or for a unit and what lies below it.
create table sampling_rule (
    id           uuid primary key,
    reason       text not null,
    service      text,
    unit_id      uuid,
    percent      int not null check (percent between 0 and 100),
    wait_days    int not null check (wait_days between 0 and 60),
    working_days int not null check (working_days between 1 and 60),
    valid_from   date not null,
    basis        text not null
);
create unique index sampling_rule_key on sampling_rule (reason, coalesce(service, ''), coalesce(unit_id, '00000000-0000-0000-0000-000000000000'), valid_from);
insert into sampling_rule (id, reason, percent, wait_days, working_days, valid_from, basis) values
    ('0197a000-0000-7000-8000-000000000001', 'disputed', 100, 0, 1, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000002', 'reworked', 100, 0, 1, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000003', 'low-rated', 100, 0, 2, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000004', 'silent', 100, 3, 3, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000005', 'confirmed', 10, 0, 5, '2000-01-01', '初始设置，按本地规定调整');

create table follow_up (
    id              uuid primary key,
    request_id      uuid not null references request,
    round           int not null,
    unit_id         uuid not null,
    reason          text not null,
    rule_id         uuid not null,
    means           text not null,
    state           text not null,
    planned_at      timestamptz not null,
    call_from       timestamptz not null,
    due_at          timestamptz not null,
    attempts        int not null default 0,
    last_failed_at  timestamptz,
    claimed_by      uuid,
    claimed_name    text,
    claimed_at      timestamptz,
    in_time         boolean not null,
    contacted       text,
    solved          text,
    rating          text,
    is_true         boolean,
    remarks         text,
    set_aside       text,
    ended_at        timestamptz,
    ended_by        uuid,
    ended_name      text
);
create unique index follow_up_round on follow_up (request_id, round);
create index follow_up_open on follow_up (due_at, id) where state = 'open';
create index follow_up_ended on follow_up (ended_at) include (unit_id, request_id, round, state, contacted, in_time, solved, rating, set_aside) where ended_at is not null;

create table follow_up_attempt (
    id           uuid primary key,
    follow_up_id uuid not null references follow_up,
    at           timestamptz not null,
    account      uuid,
    name         text not null,
    outcome      text not null,
    note         text
);
create index follow_up_attempt_follow_up on follow_up_attempt (follow_up_id, id);
create index follow_up_attempt_account on follow_up_attempt (account, at) where account is not null;

insert into request_setting (key, valid_from, value, basis) values
    ('follow-up-attempts', '2000-01-01', 3, '初始设置，按本地规定调整'),
    ('rework-working-days', '2000-01-01', 3, '初始设置，按本地规定调整'),
    ('feedback-days', '2000-01-01', 14, '初始设置，按本地规定调整');
