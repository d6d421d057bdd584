-- Whom one request is about is kept away from the whole matter (docs/decisions/0012-who-is-kept-away.md): what stands on one request
-- stands as copies on those that are handled with it, as long as they are. So every rule goes on reading the rows of one request.
alter table accused add column copy_of uuid references accused on delete cascade;
create index accused_copy on accused (copy_of) where copy_of is not null;

create function request_matter(key uuid) returns setof uuid language plpgsql stable as $$
declare
    head uuid := (select coalesce(head_id, id) from request where id = key);
begin
    return query select head union all select id from request where head_id = head;
end $$;

-- The lock lets a merge at this very moment see the row, or be seen by it.
create function accused_spread() returns trigger language plpgsql as $$
begin
    perform 1 from request where id = new.request_id for no key update;
    insert into accused (id, request_id, account, unit_id, name, copy_of)
    select gen_random_uuid(), other, new.account, new.unit_id, new.name, new.id from request_matter(new.request_id) other where other <> new.request_id;
    return null;
end $$;
create trigger accused_spread after insert on accused for each row when (new.copy_of is null) execute function accused_spread();

create function accused_of_head() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from accused where request_id = new.id and copy_of is not null;
        delete from accused where copy_of in (select id from accused where request_id = new.id);
    end if;
    if new.head_id is not null then
        perform 1 from request where id = new.head_id for no key update;
        insert into accused (id, request_id, account, unit_id, name, copy_of)
        select gen_random_uuid(), case when one.request_id = new.id then other else new.id end, one.account, one.unit_id, one.name, one.id
        from request_matter(new.id) other
        join accused one on one.request_id in (other, new.id) and one.copy_of is null
        where other <> new.id;
    end if;
    return null;
end $$;
create trigger request_head_accused after update on request for each row
    when (old.head_id is distinct from new.head_id) execute function accused_of_head();
create trigger request_head_accused_at_once after insert on request for each row
    when (new.head_id is not null) execute function accused_of_head();

-- A unit that is named later loses its scope row, and so do those below it; at the top of the tree there is nobody above.
create function request_reach_derive(keys uuid[]) returns void language plpgsql as $$
begin
    delete from request_reach where request_id = any (keys);
    insert into request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)
    select above.id, request.id, bool_or(above.id = work_order.unit_id), request.is_open, request.next_due_at, request.state, request.is_open and request.disputes > 0
    from unnest(keys) touched(id)
    join request on request.id = touched.id
    join work_order on work_order.request_id in (request.id, request.head_id)
    join unit on unit.id = work_order.unit_id
    cross join unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where not exists (
        select from accused join unit away on away.id = accused.unit_id join unit own on own.id = above.id
        where accused.request_id = request.id and nlevel(away.path) > 1 and own.path <@ away.path)
    group by above.id, request.id;
end $$;

create function request_reach_of_accused() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        perform request_reach_derive(array[old.request_id]);
    else
        delete from request_reach using unit own, unit away
        where request_reach.request_id = new.request_id and own.id = request_reach.unit_id and away.id = new.unit_id
            and nlevel(away.path) > 1 and own.path <@ away.path;
    end if;
    return null;
end $$;
create trigger accused_reach after insert on accused for each row when (new.unit_id is not null) execute function request_reach_of_accused();
create trigger accused_reach_again after delete on accused for each row when (old.unit_id is not null) execute function request_reach_of_accused();

create or replace function request_reach_rebuild(moved uuid[]) returns void language plpgsql as $$
begin
    create temp table reach_touched on commit drop as select distinct request_id from work_order where unit_id = any (moved);
    insert into reach_touched select id from request where head_id in (select request_id from reach_touched) except select request_id from reach_touched;
    perform 1 from request where id in (select request_id from reach_touched) order by id for update;
    perform request_reach_derive(array(select request_id from reach_touched));
    drop table reach_touched;
end $$;

insert into accused (id, request_id, account, unit_id, name, copy_of)
select gen_random_uuid(), other.id, said.account, said.unit_id, said.name, said.id
from accused said cross join lateral request_matter(said.request_id) other(id)
where said.copy_of is null and other.id <> said.request_id;
