create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table audit_entry (
    id           uuid primary key,
    at           timestamptz not null,
    account      uuid,
    actor_name   text not null,
    address      text,
    what         text not null,
    subject_kind text not null,
    subject_id   uuid not null,
    reason       text,
    data         text not null
);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, id);

create table job (
    id         uuid primary key,
    kind       text not null,
    data       text not null,
    created_at timestamptz not null,
    run_at     timestamptz not null,
    attempts   int not null default 0,
    done_at    timestamptz,
    dead_at    timestamptz,
    last_error text
);
create index job_ready on job (run_at) where done_at is null and dead_at is null;
create index job_dead on job (dead_at) where dead_at is not null;
