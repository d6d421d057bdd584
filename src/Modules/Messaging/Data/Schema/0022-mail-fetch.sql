-- From where a box is fetched by IMAP, and how far it was; without a row mail only comes by itself. The password is sealed.
create table mail_box_imap (
    box_id       uuid primary key references mail_box,
    host         text not null,
    port         int not null check (port between 1 and 65535),
    user_name    text not null,
    password     bytea not null,
    fingerprint  text,
    uid_validity bigint,
    last_uid     bigint not null
);

-- How each door of a box is doing.
create table mail_box_health (
    box_id    uuid not null references mail_box,
    door      text not null check (door in ('maildir', 'imap')),
    ok_at     timestamptz,
    failed_at timestamptz,
    fault     text,
    failures  int not null,
    primary key (box_id, door)
);
