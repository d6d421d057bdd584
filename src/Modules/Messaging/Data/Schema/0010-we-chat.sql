-- The official account: one row. What is secret is sealed; the address and the mode are as chosen in WeChat's console.
create table we_chat_account (
    id           int primary key check (id = 1),
    app_id       text not null,
    secret       bytea not null,
    token        bytea not null,
    key          bytea,
    previous_key bytea,
    mode         text not null check (mode in ('plain', 'compatible', 'safe')),
    api_base     text not null,
    open_base    text not null,
    site_base    text not null,
    check (mode = 'plain' or key is not null)
);

-- What the API gives for a while, held for all nodes: whoever fetches it anew locks the row.
create table we_chat_ticket (
    kind       text primary key,
    app_id     text not null,
    secret     bytea not null,
    expires_at timestamptz not null,
    forced_at  timestamptz
);
insert into we_chat_ticket (kind, app_id, secret, expires_at) values ('access-token', '', '', 'epoch'), ('jsapi-ticket', '', '', 'epoch');

-- How each part of the connection is doing: pushes, token, messages, media.
create table we_chat_health (
    part      text primary key,
    ok_at     timestamptz,
    failed_at timestamptz,
    fault     text,
    failures  int not null
);

-- Who follows. Leaving cuts the link to the account.
create table we_chat_follower (
    id            uuid primary key,
    open_id       text not null,
    account_id    uuid references account deferrable initially deferred,
    linked_at     timestamptz,
    scene         text not null,
    followed_at   timestamptz not null,
    unfollowed_at timestamptz,
    messaged_at   timestamptz,
    acted_at      timestamptz
);
create unique index we_chat_follower_open_id on we_chat_follower (open_id);
create index we_chat_follower_account_id on we_chat_follower (account_id) where account_id is not null;

-- What came in, each push once: the key is the number of a message, or follower, second and name of an event.
create table we_chat_message (
    id          uuid primary key,
    key         text not null,
    follower_id uuid not null references we_chat_follower,
    kind        text not null,
    sent_at     timestamptz not null,
    received_at timestamptz not null,
    content     bytea not null,
    reply       bytea
);
create unique index we_chat_message_key on we_chat_message (key);
create index we_chat_message_received_at on we_chat_message (received_at);
create index we_chat_message_follower_id on we_chat_message (follower_id, id);
