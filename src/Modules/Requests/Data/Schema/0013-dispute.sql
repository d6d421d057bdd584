-- "Not solved" stands from the worker's word to the next answer, whatever the desk does meanwhile: the state passes through
-- acknowledged and asked, so that the list of disputes needs a column of its own.
alter table request_reach add column in_dispute boolean not null default false;
update request_reach set in_dispute = true from request
where request.id = request_reach.request_id and request.is_open and request.disputes > 0;
alter table request_reach alter column in_dispute drop default;
create index request_reach_dispute on request_reach (unit_id, due_at, request_id) include (direct) where in_dispute;

create or replace function request_reach_of_order() returns trigger language plpgsql as $$
begin
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, above.id = new.unit_id, request.is_open, request.next_due_at, request.state, request.is_open and request.disputes > 0
    from request, unit, unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where request.id = new.request_id and unit.id = new.unit_id
    on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    return null;
end $$;

create or replace function request_reach_of_state() returns trigger language plpgsql as $$
begin
    update request_reach set is_open = new.is_open, due_at = new.next_due_at, state = new.state, in_dispute = new.is_open and new.disputes > 0
    where request_id = new.id;
    return null;
end $$;

-- The requests are locked before they are read: an order that is being written at this moment is either seen here, or its own
-- trigger runs after this and finds the units where they are now.
create or replace function request_reach_rebuild(moved uuid[]) returns void language plpgsql as $$
begin
    create temp table reach_touched on commit drop as select distinct request_id from work_order where unit_id = any (moved);
    perform 1 from request where id in (select request_id from reach_touched) order by id for update;
    delete from request_reach where request_id in (select request_id from reach_touched);
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, bool_or(above.id = work_order.unit_id), request.is_open, request.next_due_at, request.state, request.is_open and request.disputes > 0
    from reach_touched
    join request on request.id = reach_touched.request_id
    join work_order on work_order.request_id = request.id
    join unit on unit.id = work_order.unit_id
    cross join unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    group by above.id, request.id
    on conflict (unit_id, request_id) do update set direct = request_reach.direct or excluded.direct;
    drop table reach_touched;
end $$;
