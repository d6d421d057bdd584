-- The state stands in the scope rows too, so that a view such as "waiting for the worker" is one index range of a unit.
alter table request_reach add column state text;
update request_reach set state = request.state from request where request.id = request_reach.request_id;
alter table request_reach alter column state set not null;
create index request_reach_state on request_reach (unit_id, state, due_at, request_id) include (direct)
    where state in ('submitted', 'dispatched', 'asked', 'disputed', 'replied');

create or replace function request_reach_of_order() returns trigger language plpgsql as $$
begin
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state)
    select above.id, request.id, above.id = new.unit_id, request.is_open, request.next_due_at, request.state
    from request, unit, unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where request.id = new.request_id and unit.id = new.unit_id
    on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    return null;
end $$;

create or replace function request_reach_of_state() returns trigger language plpgsql as $$
begin
    update request_reach set is_open = new.is_open, due_at = new.next_due_at, state = new.state where request_id = new.id;
    return null;
end $$;
drop trigger request_state_reach on request;
create trigger request_state_reach after update on request for each row
    when (old.state is distinct from new.state or old.is_open is distinct from new.is_open or old.next_due_at is distinct from new.next_due_at)
    execute function request_reach_of_state();

create or replace function request_reach_rebuild(moved uuid[]) returns void language plpgsql as $$
begin
    create temp table reach_touched on commit drop as select distinct request_id from work_order where unit_id = any (moved);
    delete from request_reach where request_id in (select request_id from reach_touched);
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state)
    select above.id, request.id, bool_or(above.id = work_order.unit_id), request.is_open, request.next_due_at, request.state
    from reach_touched
    join request on request.id = reach_touched.request_id
    join work_order on work_order.request_id = request.id
    join unit on unit.id = work_order.unit_id
    cross join unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    group by above.id, request.id;
    drop table reach_touched;
end $$;
drop index request_waiting;
