-- A node that runs a job holds it by a lease, not by a lock: a slow handler keeps no transaction open, and the jobs of a
-- killed node are ready again when its lease is over.
alter table job
    add column claimed_until timestamptz,
    add column claimed_by    uuid;

create index job_claimed on job (claimed_until) where claimed_until is not null;

-- Work that comes round by the clock: one row per name, run by the node that holds the lease.
create table recurring_job (
    name          text primary key,
    next_at       timestamptz not null default now(),
    claimed_until timestamptz,
    claimed_by    uuid,
    last_at       timestamptz,
    last_error    text
);
