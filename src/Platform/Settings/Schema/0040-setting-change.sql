-- What administrators changed of the rules of the place: who, when, from which day, by which document, before and after.
create table setting_change (
    id         uuid primary key,
    area       text not null,
    key        text not null,
    what       text not null,
    at         timestamptz not null,
    account    uuid,
    actor_name text not null,
    valid_from date,
    basis      text not null,
    lines      jsonb not null
);
create index setting_change_key on setting_change (area, key, id);
