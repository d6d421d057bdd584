-- The same matter twice (docs/decisions/0011-same-matter.md): a request that is handled under another keeps its orders and deadlines and
-- what it was; its state "merged" takes it out of all lists of open work. Who did it when and why stands in the timeline of both.
alter table request
    add column head_id uuid references request,
    add column merged_as text,
    add column merged_at timestamptz,
    add column state_before text,
    add column joined int not null default 0,
    add column reopens int not null default 0,
    add check ((state = 'merged') = (head_id is not null)),
    add check (head_id is distinct from id);
create index request_head on request (head_id) where head_id is not null;
create index request_reach_merged on request_reach (unit_id, request_id) include (direct) where state = 'merged';

insert into request_setting (key, valid_from, value, basis) values
    ('same-matter-days', '2000-01-01', 30, '初始设置，按本地规定调整'),
    ('same-words-percent', '2000-01-01', 50, '初始设置，按本地规定调整'),
    ('new-facts-percent', '2000-01-01', 20, '初始设置，按本地规定调整');

-- Who reaches the head reaches what is handled under it, as long as it is: the rows come with the head and with its later orders, and go
-- when it stands for itself again.
create function request_reach_of_head() returns trigger language plpgsql as $$
begin
    if new.head_id is not null then
        insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
        select head.unit_id, new.id, head.direct, new.is_open, new.next_due_at, new.state, false
        from request_reach head where head.request_id = new.head_id
        on conflict (unit_id, request_id) do nothing;
    else
        delete from request_reach where request_id = new.id and not exists (
            select 1 from work_order join unit on unit.id = work_order.unit_id
            where work_order.request_id = new.id and request_reach.unit_id = any (string_to_array(ltree2text(unit.path), '.')::uuid[]));
        update request_reach set direct = false where request_id = new.id and direct and not exists (
            select 1 from work_order where work_order.request_id = new.id and work_order.unit_id = request_reach.unit_id);
    end if;
    return null;
end $$;
create trigger request_head_reach after update on request for each row
    when (old.head_id is distinct from new.head_id) execute function request_reach_of_head();

create or replace function request_reach_of_order() returns trigger language plpgsql as $$
begin
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, above.id = new.unit_id, request.is_open, request.next_due_at, request.state, request.is_open and request.disputes > 0
    from request, unit, unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where request.id = new.request_id and unit.id = new.unit_id
    on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, above.id = new.unit_id, request.is_open, request.next_due_at, request.state, false
    from request, unit, unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where request.head_id = new.request_id and unit.id = new.unit_id
    on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    return null;
end $$;

create or replace function request_reach_rebuild(moved uuid[]) returns void language plpgsql as $$
begin
    create temp table reach_touched on commit drop as select distinct request_id from work_order where unit_id = any (moved);
    insert into reach_touched select id from request where head_id in (select request_id from reach_touched) except select request_id from reach_touched;
    perform 1 from request where id in (select request_id from reach_touched) order by id for update;
    delete from request_reach where request_id in (select request_id from reach_touched);
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, bool_or(above.id = work_order.unit_id), request.is_open, request.next_due_at, request.state, request.is_open and request.disputes > 0
    from reach_touched
    join request on request.id = reach_touched.request_id
    join work_order on work_order.request_id in (request.id, request.head_id)
    join unit on unit.id = work_order.unit_id
    cross join unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    group by above.id, request.id
    on conflict (unit_id, request_id) do update set direct = request_reach.direct or excluded.direct;
    drop table reach_touched;
end $$;
