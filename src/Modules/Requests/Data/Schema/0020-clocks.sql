-- Clocks are worked out from a limit and what was added to it (docs/decisions/0007-clocks.md). sweep_at is the next instant at
-- which a clock of the request or of one of its orders warns, is overdue, or a pause ends: one partial index serves the sweep.
alter table service add column urgency text not null default 'ordinary';
update service set urgency = 'urgent' where code in ('wage-arrears', 'construction-wages', 'work-injury', 'dismissal');

alter table request
    add column urgency text not null default 'ordinary',
    add column limit_amount int not null default 0,
    add column limit_unit text not null default 'working-days',
    add column added int not null default 0,
    add column extensions int not null default 0,
    add column paused_at timestamptz,
    add column paused_until timestamptz,
    add column is_deferred boolean not null default false,
    add column warned_at timestamptz,
    add column breached_at timestamptz,
    add column sweep_at timestamptz;

alter table work_order
    add column limit_amount int not null default 0,
    add column limit_unit text not null default 'hours',
    add column added int not null default 0,
    add column contact_due_at timestamptz,
    add column contacted_at timestamptz,
    add column contact_missed_at timestamptz,
    add column warned_at timestamptz,
    add column breached_at timestamptz;

create table clock_rule (
    id               uuid primary key,
    profile          text not null,
    code             text not null,
    duty             text not null,
    matter_type      text,
    urgency          text,
    amount           int not null check (amount > 0),
    unit             text not null,
    extension_amount int not null default 0 check (extension_amount >= 0),
    extension_unit   text not null,
    extension_times  int not null default 0 check (extension_times >= 0),
    valid_from       date not null,
    valid_to         date,
    basis            text not null
);
create unique index clock_rule_key on clock_rule (profile, code, duty, coalesce(matter_type, ''), coalesce(urgency, ''), valid_from) where valid_to is null or valid_to >= valid_from;

-- The city profile whose rules are in force. The row with the latest day not after today counts.
create table clock_profile (
    valid_from date primary key,
    profile    text not null,
    basis      text not null
);
insert into clock_profile values ('2000-01-01', 'beijing', '初始设置，按本地规定调整');

create table clock_entry (
    id            uuid primary key,
    request_id    uuid not null references request,
    order_id      uuid,
    duty_id       uuid,
    at            timestamptz not null,
    kind          text not null,
    due_before    timestamptz not null,
    due_after     timestamptz not null,
    amount        int,
    unit          text,
    reason        text,
    evidence      text,
    asked_by      uuid,
    asked_name    text,
    approved_by   uuid,
    approved_name text
);
create index clock_entry_request on clock_entry (request_id, id);
create index clock_entry_recomputed on clock_entry (at) where kind = 'recomputed';

create table clock_ask (
    id              uuid primary key,
    request_id      uuid not null references request,
    unit_id         uuid not null,
    kind            text not null,
    amount          int,
    until           timestamptz,
    reason          text not null,
    evidence        text not null,
    asked_at        timestamptz not null,
    asked_by        uuid,
    asked_name      text not null,
    decision        text,
    decision_reason text,
    decided_at      timestamptz,
    decided_by      uuid,
    decided_name    text,
    check (decided_by is null or decided_by is distinct from asked_by)
);
create index clock_ask_request on clock_ask (request_id, id);
create unique index clock_ask_open on clock_ask (request_id) where decided_at is null;

-- Duties beside the handling of one request: a notice, an objection, a decision, a review.
create table request_duty (
    id           uuid primary key,
    request_id   uuid not null references request,
    code         text not null,
    duty         text not null,
    basis        text not null,
    limit_amount int not null,
    limit_unit   text not null,
    started_at   timestamptz not null,
    due_at       timestamptz not null,
    is_provisional boolean not null,
    started_by   text not null,
    done_at      timestamptz,
    done_by      text,
    warned_at    timestamptz,
    breached_at  timestamptz,
    sweep_at     timestamptz
);
create index request_duty_request on request_duty (request_id, id);
create index request_duty_sweep on request_duty (sweep_at) where sweep_at is not null;

create table breach (
    id          uuid primary key,
    request_id  uuid not null references request,
    order_id    uuid,
    duty_id     uuid,
    unit_id     uuid not null,
    clock       text not null,
    due_at      timestamptz not null,
    at          timestamptz not null
);
create index breach_request on breach (request_id, id);
create index breach_unit on breach (unit_id, due_at);
create unique index breach_once on breach (request_id, clock, coalesce(duty_id, order_id, request_id), due_at);

-- What is still open gets the limit it was given. What has ended keeps 0: nothing will be worked out again.
update request set urgency = service.urgency, limit_amount = service.limit_working_days,
    warned_at = case when request.submitted_at + (request.due_at - request.submitted_at) * 0.8 < now() then now() end,
    breached_at = case when request.replied_at is null and request.due_at < now() then request.due_at end
from service where service.id = request.service_id and (request.is_open or request.state = 'replied');

update work_order set
    limit_amount = greatest(1, ceil(extract(epoch from work_order.due_at - work_order.dispatched_at) / 3600))::int,
    warned_at = case when work_order.dispatched_at + (work_order.due_at - work_order.dispatched_at) * 0.8 < now() then now() end,
    breached_at = case when work_order.due_at < now() then work_order.due_at end
from request where request.id = work_order.request_id and request.is_open and work_order.finished_at is null and work_order.due_at <> request.due_at;

-- Lateness that is there already is written down without notices: as a row of the hop, and of the unit that has the request.
insert into breach (id, request_id, order_id, unit_id, clock, due_at, at)
select gen_random_uuid(), request_id, id, unit_id, 'hop', due_at, now() from work_order where breached_at is not null;
insert into breach (id, request_id, unit_id, clock, due_at, at)
select gen_random_uuid(), id, current_unit, 'promise', due_at, now() from request where breached_at is not null;

update request set sweep_at = least(
    case when replied_at is not null then null when warned_at is null then submitted_at + (due_at - submitted_at) * 0.8 when breached_at is null then due_at end,
    (select min(case when o.warned_at is null then o.dispatched_at + (o.due_at - o.dispatched_at) * 0.8 when o.breached_at is null then o.due_at end)
     from work_order o where o.request_id = request.id and o.finished_at is null and o.limit_amount > 0))
where is_open;
create index request_sweep on request (sweep_at) where sweep_at is not null;
create index request_deferred on request (paused_until) where is_deferred;
