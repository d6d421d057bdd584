-- The chain over the audit log. Writers only append entries; the sealer links them in order, so the chain never is a queue.
create table audit_link (
    seq      bigint primary key,
    entry_id uuid not null unique,
    hash     bytea not null
);

-- Entries that wait for their link. Filled by a trigger, so that no writer can forget it.
create table audit_waiting (
    entry_id uuid not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

insert into audit_waiting select id from audit_entry;

create function audit_wait() returns trigger language plpgsql as $$
begin
    insert into audit_waiting select id from fresh;
    return null;
end $$;

create trigger audit_entry_wait after insert on audit_entry
    referencing new table as fresh for each statement execute function audit_wait();

-- What each verification found. A chain that was cut at the end, or written anew, contradicts an earlier one.
create table audit_check (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    count       bigint not null,
    head        bytea not null,
    broken_kind text,
    broken_seq  bigint,
    entry_id    uuid
);

-- Nothing of this is ever changed or removed. Only the owner of the tables can get past it, for a restore:
--   alter table audit_entry disable trigger audit_entry_append_only;   … and enable it again afterwards.
-- Whatever is changed meanwhile is found by "bin/unionhall audit verify".
create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: audit records are only ever appended', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_link_append_only before update or delete or truncate on audit_link
    for each statement execute function audit_refuse();
create trigger audit_check_append_only before update or delete or truncate on audit_check
    for each statement execute function audit_refuse();

create index audit_entry_account on audit_entry (account, id) where account is not null;
create index audit_entry_what on audit_entry (what, id);
