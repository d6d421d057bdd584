-- A worker gives the account up for good: it keeps its place in what was done, but not its number, which is free again.
alter table account
    add column closed_at timestamptz,
    drop constraint account_check1,
    add constraint account_worker_has_phone check (kind = 'staff' or phone_print is not null or closed_at is not null),
    add constraint account_closed_is_disabled check (closed_at is null or disabled_at is not null);
