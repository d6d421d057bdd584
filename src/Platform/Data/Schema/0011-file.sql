create table file (
    id            uuid primary key,
    sha256        bytea not null,
    size          bigint not null,
    media_type    text not null,
    original_name text not null,
    uploaded_at   timestamptz not null,
    uploaded_by   uuid,
    session_hash  bytea,
    address_hash  bytea,
    subject_kind  text,
    subject_id    uuid,
    claimed_at    timestamptz,
    check ((subject_kind is null) = (subject_id is null))
);
create index file_sha256 on file (sha256);
create index file_subject on file (subject_id) where subject_id is not null;
create index file_unclaimed on file (uploaded_at) where subject_kind is null;
