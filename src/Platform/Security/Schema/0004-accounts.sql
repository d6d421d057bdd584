create table account (
    id                   uuid primary key,
    kind                 text not null check (kind in ('staff', 'worker')),
    user_name            text check (user_name = lower(user_name)),
    display_name         text not null,
    phone                bytea,
    phone_print          bytea,
    password_hash        text,
    password_changed_at  timestamptz,
    must_change_password boolean not null,
    security_stamp       text not null,
    created_at           timestamptz not null,
    disabled_at          timestamptz,
    preferences          text,
    check ((kind = 'staff') = (user_name is not null)),
    check (kind = 'staff' or phone_print is not null)
);
create unique index account_user_name on account (user_name);
create unique index account_worker_phone on account (phone_print) where kind = 'worker';

-- Hashes of earlier passwords, so that none of the last five comes back.
create table former_password (
    id         uuid primary key,
    account    uuid not null references account on delete cascade,
    hash       text not null,
    changed_at timestamptz not null
);
create index former_password_account on former_password (account, changed_at);

create table passkey (
    credential_id      bytea primary key,
    account            uuid not null references account on delete cascade,
    name               text not null,
    public_key         bytea not null,
    created_at         timestamptz not null,
    last_used_at       timestamptz,
    sign_count         bigint not null,
    transports         text[] not null,
    is_user_verified   boolean not null,
    is_backup_eligible boolean not null,
    is_backed_up       boolean not null,
    attestation_object bytea not null,
    client_data_json   bytea not null
);
create index passkey_account on passkey (account);

create table session (
    id           uuid primary key,
    account      uuid not null references account on delete cascade,
    way          text not null,
    device       text not null,
    address      text,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at     timestamptz,
    end_reason   text
);
create index session_open on session (account, started_at) where ended_at is null;

-- Attempts by the keyed hash of what was typed as user name or phone, known or not, so that a lock tells nothing.
create table sign_in_attempts (
    name_print   bytea primary key,
    failures     int not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index sign_in_attempts_last_at on sign_in_attempts (last_at);
