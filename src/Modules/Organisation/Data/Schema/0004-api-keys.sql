-- A program that works for a post. The key itself is nowhere: only its keyed hash, and its first letters to tell it by.
create table api_key (
    id            uuid primary key,
    name          text not null,
    post_id       uuid not null references post,
    scopes        text[] not null,
    per_minute    int not null check (per_minute > 0),
    made_at       timestamptz not null,
    to_on         date not null,
    print         bytea,
    start         text,
    collected_at  timestamptz,
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    revoke_reason text,
    constraint api_key_collected check ((print is null) = (collected_at is null))
);
create unique index api_key_print on api_key (print) where print is not null;
create index api_key_post_id on api_key (post_id);
