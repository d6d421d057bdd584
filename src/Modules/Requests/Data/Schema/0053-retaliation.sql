-- 打击报复回访: some days after a complaint or report ended its worker is asked whether he was given a hard time for it. Two rows per worker,
-- also for those who stood under it. A "yes" is a report of its own, one level up, of which nothing stands on the first request.
create table retaliation_check (
    id             uuid primary key,
    request_id     uuid not null references request,
    turn           int not null check (turn in (1, 2)),
    means          text not null,
    state          text not null,
    ask_from       timestamptz not null,
    due_at         timestamptz not null,
    told_at        timestamptz,
    attempts       int not null default 0,
    last_failed_at timestamptz,
    suffered       boolean,
    words          text,
    report_id      uuid references request,
    ended_at       timestamptz,
    ended_by       uuid,
    ended_name     text
);
create unique index retaliation_check_turn on retaliation_check (request_id, turn);
create index retaliation_check_open on retaliation_check (ask_from, id) where state = 'open';
create index retaliation_check_ended on retaliation_check (ended_at) where ended_at is not null;

insert into request_setting (key, valid_from, value, basis) values
    ('retaliation-first-days', '2000-01-01', 30, '初始设置，按本地规定调整'),
    ('retaliation-second-days', '2000-01-01', 90, '初始设置，按本地规定调整'),
    ('retaliation-ask-days', '2000-01-01', 7, '初始设置，按本地规定调整');
