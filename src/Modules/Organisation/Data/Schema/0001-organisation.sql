-- The union tree as it is now; path is derived from parent_id by unit_paths_refresh.
create table unit (
    id          uuid primary key,
    code        text not null,
    name        text not null,
    short_name  text not null,
    kind        text not null,
    parent_id   uuid references unit,
    path        ltree not null,
    opened_on   date not null,
    closed_on   date,
    merged_into uuid references unit,
    constraint unit_dates check (closed_on is null or closed_on >= opened_on)
);
create unique index unit_code on unit (code);
create index unit_path on unit using gist (path);
create index unit_parent_id on unit (parent_id);

-- Past names and parents: from_on is the first day, to_on the first day no longer.
create table unit_name (
    unit_id    uuid not null references unit,
    from_on    date not null,
    to_on      date,
    name       text not null,
    short_name text not null,
    primary key (unit_id, from_on),
    constraint unit_name_dates check (to_on is null or to_on > from_on)
);

create table unit_parent (
    unit_id   uuid not null references unit,
    from_on   date not null,
    to_on     date,
    parent_id uuid references unit,
    primary key (unit_id, from_on),
    constraint unit_parent_dates check (to_on is null or to_on > from_on)
);
create index unit_parent_parent_id on unit_parent (parent_id);

-- Which kind may stand under which. Cities differ, so it is data.
create table unit_nesting (
    parent_kind text not null,
    child_kind  text not null,
    primary key (parent_kind, child_kind)
);
insert into unit_nesting values
    ('federation', 'federation'), ('federation', 'district'), ('federation', 'street'), ('federation', 'park'),
    ('federation', 'industry'), ('federation', 'joint'), ('federation', 'primary'),
    ('district', 'street'), ('district', 'park'), ('district', 'industry'), ('district', 'joint'), ('district', 'primary'),
    ('street', 'park'), ('street', 'industry'), ('street', 'joint'), ('street', 'primary'),
    ('park', 'industry'), ('park', 'joint'), ('park', 'primary'),
    ('industry', 'industry'), ('industry', 'joint'), ('industry', 'primary'),
    ('joint', 'primary'), ('joint', 'branch'), ('joint', 'team'),
    ('primary', 'primary'), ('primary', 'branch'), ('primary', 'team'),
    ('branch', 'team');

create table post (
    id            uuid primary key,
    account_id    uuid not null,
    holder_name   text not null,
    unit_id       uuid not null references unit,
    role          text not null,
    title         text,
    whole_subtree boolean not null,
    from_on       date not null,
    to_on         date,
    constraint post_dates check (to_on is null or to_on >= from_on)
);
create index post_account_id on post (account_id);
create index post_unit_id on post (unit_id);

create table delegation (
    id         uuid primary key,
    post_id    uuid not null references post,
    to_account uuid not null,
    to_name    text not null,
    from_on    date not null,
    to_on      date not null,
    reason     text not null,
    constraint delegation_dates check (to_on >= from_on)
);
create index delegation_post_id on delegation (post_id);
create index delegation_to_account on delegation (to_account);

-- One row: raised once by every transaction that touches the tree, so that each process knows when its copy is old.
create table organisation_version (
    id      int primary key check (id = 1),
    version bigint not null,
    writer  xid8 not null
);
insert into organisation_version values (1, 1, pg_current_xact_id());

create function organisation_version_raise() returns trigger language plpgsql as $$
begin
    update organisation_version set version = version + 1, writer = pg_current_xact_id() where writer <> pg_current_xact_id();
    return null;
end $$;
create trigger unit_changed after insert or update or delete on unit
    for each statement execute function organisation_version_raise();
create trigger unit_name_changed after insert or update or delete on unit_name
    for each statement execute function organisation_version_raise();
create trigger unit_parent_changed after insert or update or delete on unit_parent
    for each statement execute function organisation_version_raise();

create trigger unit_nesting_changed after insert or update or delete on unit_nesting
    for each statement execute function organisation_version_raise();

create function unit_label(id uuid) returns ltree language sql immutable as $$
    select replace(id::text, '-', '')::ltree
$$;

-- Derives the path of these units and of everything below them. A tree with a cycle has no paths: it is refused.
-- The planner overrates recursive queries; the settings and the arrays keep a small change on the indexes.
create function unit_paths_refresh(changed uuid[]) returns void language plpgsql
    set jit = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    below  uuid[];
    tops   uuid[];
    ids    uuid[];
    paths  ltree[];
begin
    below := array(
        with recursive descendant(id) as (
            select child.id from unnest(changed) given(id) join unit child on child.parent_id = given.id
            union
            select child.id from descendant join unit child on child.parent_id = descendant.id)
        select id from descendant);
    tops := array(select unnest(changed) except select unnest(below));
    with recursive fresh(id, path) as (
        select unit.id, case when parent.id is null then unit_label(unit.id) else parent.path || unit_label(unit.id) end
        from unnest(tops) top(id) join unit on unit.id = top.id left join unit parent on parent.id = unit.parent_id
        union all
        select child.id, fresh.path || unit_label(child.id) from fresh join unit child on child.parent_id = fresh.id)
    select array_agg(fresh.id), array_agg(fresh.path) into ids, paths from fresh;
    if coalesce(cardinality(ids), 0) < cardinality(tops) + cardinality(below) then
        raise exception 'the unit tree would hold a cycle';
    end if;
    update unit set path = fresh.path from unnest(ids, paths) fresh(id, path) where unit.id = fresh.id and unit.path <> fresh.path;
end $$;
