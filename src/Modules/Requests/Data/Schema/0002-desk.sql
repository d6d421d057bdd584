-- How long silence is waited for after an answer. The row with the latest day not after today counts.
create table closing_rule (
    valid_from   date primary key,
    confirm_days int not null check (confirm_days > 0),
    basis        text not null
);
insert into closing_rule values ('2000-01-01', 7, '初始设置，按本地规定调整');

-- A list someone wants to find again: a name and the words of its address.
create table saved_view (
    id         uuid primary key,
    account    uuid not null,
    name       text not null,
    query      text not null,
    created_at timestamptz not null
);
create unique index saved_view_account on saved_view (account, name);

-- The workload of one unit, and the rare states that a search over all open work would read past.
create index request_current_unit on request (current_unit, next_due_at) where is_open;
create index request_waiting on request (state, next_due_at) where state in ('asked', 'disputed');
