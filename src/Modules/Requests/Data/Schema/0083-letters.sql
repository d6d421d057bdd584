-- A letter to a mailbox hangs on a scope row of the box; the units above and beside its owner reach it only where it was handed on
-- (docs/decisions/0014-the-chairs-mailbox.md).
alter table request add column mail_box_id uuid;
create index request_mail_box on request (mail_box_id) where mail_box_id is not null;

-- Which request a correspondence belongs to.
create table request_mail (
    thread_id  uuid primary key,
    request_id uuid not null references request
);
create index request_mail_request on request_mail (request_id);

-- Whether a unit above an order reaches the letter by it: nobody by an order of the unit of the box, which is kept in the box; of another
-- unit that unit, and those above it that do not stand above the box too. The unit of the box is the one it was merged into, too.
create function letter_reaches(owner uuid, ordered uuid, above uuid) returns boolean language sql stable as $$
    with recursive kept as (
        select id, path, merged_into from unit where id = owner
        union select unit.id, unit.path, unit.merged_into from kept join unit on unit.id = kept.merged_into)
    select not exists (select from kept where kept.id = ordered)
        and (above = ordered or not exists (select from kept join unit on unit.id = above where kept.path <@ unit.path))
$$;

-- What reaches a request by itself: units by its orders, and its box.
create function request_reach_of(key uuid) returns table (place uuid, is_direct boolean) language sql stable as $$
    select above.id, bool_or(above.id = work_order.unit_id)
    from request
    join work_order on work_order.request_id = request.id
    join unit on unit.id = work_order.unit_id
    cross join unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where request.id = key and (request.mail_box_id is null or letter_reaches(request.owner, work_order.unit_id, above.id))
    group by above.id
    union all
    select mail_box_id, true from request where id = key and mail_box_id is not null
$$;

create or replace function request_reach_of_order() returns trigger language plpgsql as $$
begin
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, above.id = new.unit_id, request.is_open, request.next_due_at, request.state, request.is_open and request.disputes > 0
    from request, unit, unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where request.id = new.request_id and unit.id = new.unit_id and (request.mail_box_id is null or letter_reaches(request.owner, new.unit_id, above.id))
    on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, above.id = new.unit_id, request.is_open, request.next_due_at, request.state, false
    from request head, request, unit, unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where head.id = new.request_id and request.head_id = head.id and unit.id = new.unit_id and (head.mail_box_id is null or letter_reaches(head.owner, new.unit_id, above.id))
    on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    return null;
end $$;

create function request_reach_of_box() returns trigger language plpgsql as $$
begin
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    values (new.mail_box_id, new.id, true, new.is_open, new.next_due_at, new.state, new.is_open and new.disputes > 0)
    on conflict (unit_id, request_id) do nothing;
    return null;
end $$;
create trigger request_box_reach after insert on request for each row when (new.mail_box_id is not null) execute function request_reach_of_box();

create or replace function request_reach_derive(keys uuid[]) returns void language plpgsql as $$
begin
    delete from request_reach where request_id = any (keys);
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select reached.place, request.id, bool_or(reached.is_direct), request.is_open, request.next_due_at, request.state, request.is_open and request.disputes > 0
    from unnest(keys) touched(id)
    join request on request.id = touched.id
    cross join lateral (select * from request_reach_of(request.id) union all select * from request_reach_of(request.head_id)) reached
    where not exists (
        select from accused join unit away on away.id = accused.unit_id join unit own on own.id = reached.place
        where accused.request_id = request.id and nlevel(away.path) > 1 and own.path <@ away.path)
    group by reached.place, request.id;
end $$;

create or replace function request_reach_of_head() returns trigger language plpgsql as $$
begin
    if new.head_id is not null then
        insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
        select head.unit_id, new.id, head.direct, new.is_open, new.next_due_at, new.state, false
        from request_reach head where head.request_id = new.head_id
        on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    else
        delete from request_reach where request_id = new.id and unit_id not in (select place from request_reach_of(new.id));
        update request_reach set direct = false where request_id = new.id and direct
            and unit_id not in (select place from request_reach_of(new.id) where is_direct);
    end if;
    return null;
end $$;
