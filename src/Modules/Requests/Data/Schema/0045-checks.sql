-- What is to be done before an answer or the end, as part of the dated service; and who ticked it for a request.
alter table service add column checks jsonb not null default '[]';

create table request_check (
    request_id uuid not null references request,
    key        text not null,
    label      text not null,
    account    uuid,
    actor_name text not null,
    at         timestamptz not null,
    primary key (request_id, key)
);
