-- An order is for something (lead, helper, part, called) and came some way (docs/decisions/0008-hops.md). Only leads drive the request.
alter table work_order
    add column role text not null default 'lead',
    add column way text not null default 'dispatched',
    add column ended text,
    add column result text,
    add column interim text,
    add column interim_at timestamptz,
    add column return_asked_at timestamptz,
    add column return_refused_at timestamptz,
    add column escalate_at timestamptz,
    add column escalated_at timestamptz;
update work_order set way = 'received' where parent_id is null;
update work_order set way = 'disputed' from timeline_entry entry
where entry.request_id = work_order.request_id and entry.kind = 'disputed' and entry.at = work_order.dispatched_at;

alter table request
    add column steps int not null default 0,
    add column escalations int not null default 0,
    add column chases int not null default 0,
    add column worker_chased_at timestamptz,
    add column supervised_at timestamptz,
    add column problem_at timestamptz;
create index request_supervised on request (id) where supervised_at is not null;
create index request_problem on request (id) where problem_at is not null;

create table order_return (
    id           uuid primary key,
    request_id   uuid not null references request,
    order_id     uuid not null references work_order,
    category     text not null,
    service_id   uuid not null references service,
    unit_id      uuid not null,
    sent_by      uuid not null,
    reason       text not null,
    right_unit   uuid,
    asked_at     timestamptz not null,
    asked_by     uuid,
    asked_name   text not null,
    accepted     boolean,
    words        text,
    decided_at   timestamptz,
    decided_by   uuid,
    decided_name text,
    check (decided_by is null or decided_by is distinct from asked_by)
);
create unique index order_return_once on order_return (order_id);
create index order_return_request on order_return (request_id, id);
create index order_return_open on order_return (asked_at) where accepted is null;
create index order_return_lesson on order_return (category, sent_by, decided_at) where accepted;

create table supervision (
    id            uuid primary key,
    request_id    uuid not null references request,
    unit_id       uuid not null,
    reason        text not null,
    due_at        timestamptz not null,
    started_at    timestamptz not null,
    started_by    uuid,
    started_name  text not null,
    report        text,
    reported_at   timestamptz,
    reported_name text,
    end_words     text,
    ended_at      timestamptz,
    ended_name    text
);
create index supervision_request on supervision (request_id, id);
create unique index supervision_open on supervision (request_id) where ended_at is null;

create table order_assessment (
    id         uuid primary key,
    request_id uuid not null references request,
    order_id   uuid not null references work_order,
    from_above boolean not null,
    grade      int not null check (grade between 1 and 3),
    words      text not null,
    unit_id    uuid not null,
    at         timestamptz not null,
    account    uuid,
    name       text not null
);
create unique index order_assessment_once on order_assessment (order_id, from_above);
create index order_assessment_request on order_assessment (request_id);

create table conference (
    id            uuid primary key,
    request_id    uuid not null references request,
    unit_id       uuid not null,
    held_on       date not null,
    participants  text not null,
    conclusions   text not null,
    tasks         text not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    recorded_name text not null
);
create index conference_request on conference (request_id, id);

insert into request_setting values
    ('return-working-days', '2000-01-01', 1, '初始设置，按本地规定调整'),
    ('worker-chase-hours', '2000-01-01', 24, '初始设置，按本地规定调整'),
    ('escalate-late-days', '2000-01-01', 3, '初始设置，按本地规定调整'),
    ('escalate-reworks', '2000-01-01', 2, '初始设置，按本地规定调整'),
    ('upper-working-days', '2000-01-01', 3, '初始设置，按本地规定调整'),
    ('problem-reworks', '2000-01-01', 3, '初始设置，按本地规定调整'),
    ('problem-units', '2000-01-01', 3, '初始设置，按本地规定调整');
