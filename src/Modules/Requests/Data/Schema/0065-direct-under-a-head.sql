-- A unit that reached a request through one below it and now has its head has it itself (decision 6).
create or replace function request_reach_of_head() returns trigger language plpgsql as $$
begin
    if new.head_id is not null then
        insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
        select head.unit_id, new.id, head.direct, new.is_open, new.next_due_at, new.state, false
        from request_reach head where head.request_id = new.head_id
        on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    else
        delete from request_reach where request_id = new.id and not exists (
            select 1 from work_order join unit on unit.id = work_order.unit_id
            where work_order.request_id = new.id and request_reach.unit_id = any (string_to_array(ltree2text(unit.path), '.')::uuid[]));
        update request_reach set direct = false where request_id = new.id and direct and not exists (
            select 1 from work_order where work_order.request_id = new.id and work_order.unit_id = request_reach.unit_id);
    end if;
    return null;
end $$;

update request_reach set direct = true from request
where request.id = request_reach.request_id and request.head_id is not null and not request_reach.direct
    and exists (select 1 from work_order where work_order.request_id = request.head_id and work_order.unit_id = request_reach.unit_id);
