-- The identity vault: who somebody is, sealed; equal values are found by keyed hashes only.
create table person (
    id                uuid primary key,
    account_id        uuid references account deferrable initially deferred,
    name              bytea not null,
    name_print        bytea not null,
    phone             bytea,
    phone_print       bytea,
    phone_verified_at timestamptz,
    id_number         bytea,
    id_number_print   bytea,
    created_at        timestamptz not null
);
create unique index person_account_id on person (account_id) where account_id is not null;
create index person_name_print on person (name_print);
create index person_phone_print on person (phone_print) where phone_print is not null;
create index person_id_number_print on person (id_number_print) where id_number_print is not null;

-- Where he says he works: from_on is the first day, to_on the first day no longer.
create table workplace (
    id        uuid primary key,
    person_id uuid not null references person,
    unit_id   uuid not null references unit,
    from_on   date not null,
    to_on     date check (to_on >= from_on)
);
create index workplace_person_id on workplace (person_id, from_on);
create unique index workplace_now on workplace (person_id) where to_on is null;
create index workplace_unit_id on workplace (unit_id) where to_on is null;

create table consent (
    id           uuid primary key,
    person_id    uuid not null references person,
    purpose      text not null,
    version      text not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz
);
create index consent_person_id on consent (person_id, purpose);
