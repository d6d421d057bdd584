-- The three rates are worked out from follow_up (index follow_up_ended) whenever they are asked for; nothing is counted beforehand.
-- What counts as what is dated data with a basis. The row with the latest day not after the end of the period counts.
create table rate_formula (
    id                  uuid primary key,
    valid_from          date not null,
    solved_answers      text[] not null,
    satisfied_grades    text[] not null,
    counts_reworks      boolean not null,
    least_answers       int not null check (least_answers > 0),
    response_weight     int not null check (response_weight >= 0),
    resolution_weight   int not null check (resolution_weight >= 0),
    satisfaction_weight int not null check (satisfaction_weight >= 0),
    satisfaction_floor  int not null check (satisfaction_floor between 0 and 100),
    basis               text not null,
    check (response_weight + resolution_weight + satisfaction_weight = 100)
);
create unique index rate_formula_valid_from on rate_formula (valid_from);
insert into rate_formula values ('0197a000-0000-7000-8000-000000000010', '2000-01-01', array['solved'], array['very-satisfied', 'satisfied', 'fairly-satisfied'], true, 10, 30, 35, 35, 85, '初始设置，按本地规定调整');

-- Signs that numbers are made rather than earned: many answers in the last hour, the same answer again and again, orders not signed for.
create index work_order_finished on work_order (finished_at) include (unit_id, due_at) where finished_at is not null;
create index timeline_entry_replied on timeline_entry (at) where kind = 'replied';
create index work_order_unsigned on work_order (unit_id) include (dispatched_at) where acknowledged_at is null;
