-- "Tell us what is wrong": what a follower said so far, until he hands it in or lets it go.
create table we_chat_talk (
    id           uuid primary key,
    follower_id  uuid not null references we_chat_follower,
    state        text not null check (state in ('collecting', 'confirming', 'handed-in', 'dropped')),
    started_at   timestamptz not null,
    touched_at   timestamptz not null,
    handed_in_at timestamptz,
    taken_at     timestamptz,
    told_at      timestamptz,
    content      bytea not null,
    answer       bytea
);
create unique index we_chat_talk_open on we_chat_talk (follower_id) where state in ('collecting', 'confirming');
create index we_chat_talk_follower_id on we_chat_talk (follower_id);

-- One-time codes by which somebody signed in proves that a WeChat is his: only a keyed hash stands here.
create table we_chat_code (
    print      bytea primary key,
    account_id uuid not null references account,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index we_chat_code_account_id on we_chat_code (account_id);
