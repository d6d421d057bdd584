create table category (
    code        text primary key,
    name        text not null,
    parent_code text references category,
    valid_from  date not null,
    valid_to    date
);

create table service (
    id                 uuid primary key,
    code               text not null,
    name               text not null,
    description        text not null,
    matter_type        text not null,
    category           text not null references category,
    questions          jsonb not null,
    limit_working_days int not null check (limit_working_days > 0),
    route_to           text not null,
    visibility         text[] not null,
    position           int not null,
    valid_from         date not null,
    valid_to           date,
    basis              text not null
);
create unique index service_code on service (code, valid_from);

create table number_series (
    series text primary key,
    next   bigint not null
);

create table request (
    id             uuid primary key,
    reference      text not null,
    service_id     uuid not null references service,
    matter_type    text not null,
    category       text not null,
    title          text not null,
    words          text not null,
    answers        jsonb not null,
    visibility     text not null,
    channel        text not null,
    works_at       uuid,
    owner          uuid not null,
    current_unit   uuid not null,
    assignee       uuid,
    registered_by  uuid,
    state          text not null,
    submitted_at   timestamptz not null,
    due_at         timestamptz not null,
    is_provisional boolean not null,
    next_due_at    timestamptz not null,
    is_open        boolean not null,
    first_reply_at timestamptz,
    replied_at     timestamptz,
    closed_at      timestamptz,
    outcome        text,
    rating         text,
    disputes       int not null default 0,
    source         text,
    source_key     bytea,
    word_index     tsvector
);
create unique index request_reference on request (reference);
create unique index request_source_key on request (source_key) where source_key is not null;
create index request_assignee on request (assignee, next_due_at) where is_open and assignee is not null;
create index request_replied on request (next_due_at) where state = 'replied';
create index request_word_index on request using gin (word_index);

create table requester (
    request_id       uuid primary key references request,
    account          uuid,
    name             bytea,
    phone            bytea,
    name_print       bytea,
    phone_print      bytea,
    passphrase_print bytea
);
create index requester_account on requester (account, request_id) where account is not null;
create index requester_phone on requester (phone_print) where phone_print is not null;
create index requester_name on requester (name_print) where name_print is not null;

create table work_order (
    id              uuid primary key,
    request_id      uuid not null references request,
    parent_id       uuid references work_order,
    unit_id         uuid not null,
    dispatched_at   timestamptz not null,
    due_at          timestamptz not null,
    is_provisional  boolean not null,
    instruction     text,
    acknowledged_at timestamptz,
    finished_at     timestamptz
);
create index work_order_request on work_order (request_id);

create table timeline_entry (
    id         uuid primary key,
    request_id uuid not null references request,
    at         timestamptz not null,
    kind       text not null,
    is_public  boolean not null,
    actor_name text not null,
    account    uuid,
    unit_id    uuid,
    text       text
);
create index timeline_entry_request on timeline_entry (request_id, id);

create table request_file (
    file_id    uuid primary key,
    request_id uuid not null references request,
    entry_id   uuid not null references timeline_entry,
    is_public  boolean not null
);
create index request_file_request on request_file (request_id);

-- Who may see a request: one row per unit that has or had it and per unit above those, so that any post's lists,
-- counts and searches are one index range. Direct: the unit itself has or had it.
create table request_reach (
    unit_id    uuid not null,
    request_id uuid not null references request,
    direct     boolean not null,
    is_open    boolean not null,
    due_at     timestamptz not null,
    primary key (unit_id, request_id)
);
create index request_reach_open on request_reach (unit_id, due_at, request_id) include (direct) where is_open;
create index request_reach_request on request_reach (request_id);

-- A work order brings its unit and the units above it into reach. The path of a unit is the hex of the keys of its lineage.
create function request_reach_of_order() returns trigger language plpgsql as $$
begin
    insert into request_reach (unit_id, request_id, direct, is_open, due_at)
    select above.id, request.id, above.id = new.unit_id, request.is_open, request.next_due_at
    from request, unit, unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    where request.id = new.request_id and unit.id = new.unit_id
    on conflict (unit_id, request_id) do update set direct = true where excluded.direct and not request_reach.direct;
    return null;
end $$;
create trigger work_order_reach after insert on work_order for each row execute function request_reach_of_order();

create function request_reach_of_state() returns trigger language plpgsql as $$
begin
    update request_reach set is_open = new.is_open, due_at = new.next_due_at where request_id = new.id;
    return null;
end $$;
create trigger request_state_reach after update on request for each row
    when (old.is_open is distinct from new.is_open or old.next_due_at is distinct from new.next_due_at)
    execute function request_reach_of_state();

-- After units moved: derives the rows of every request that has or had an order in one of them.
create function request_reach_rebuild(moved uuid[]) returns void language plpgsql as $$
begin
    create temp table reach_touched on commit drop as select distinct request_id from work_order where unit_id = any (moved);
    delete from request_reach where request_id in (select request_id from reach_touched);
    insert into request_reach (unit_id, request_id, direct, is_open, due_at)
    select above.id, request.id, bool_or(above.id = work_order.unit_id), request.is_open, request.next_due_at
    from reach_touched
    join request on request.id = reach_touched.request_id
    join work_order on work_order.request_id = request.id
    join unit on unit.id = work_order.unit_id
    cross join unnest(string_to_array(ltree2text(unit.path), '.')::uuid[]) above(id)
    group by above.id, request.id;
    drop table reach_touched;
end $$;
create index work_order_unit on work_order (unit_id);
