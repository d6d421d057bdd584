-- Where a service asks for it, an answer waits for the consent of somebody above before it goes out. The clock runs on.
alter table service add column needs_approval boolean not null default false;
alter table request add column approval_asked_at timestamptz;
create index request_approval on request (id) where approval_asked_at is not null;

create table reply_draft (
    id           uuid primary key,
    request_id   uuid not null references request,
    entry_id     uuid not null references timeline_entry,
    unit_id      uuid not null,
    held_by      uuid not null,
    words        text not null,
    passed_over  text,
    sources      text[] not null,
    written_by   uuid,
    written_name text not null,
    written_at   timestamptz not null,
    decided_by   uuid,
    decided_name text,
    decided_at   timestamptz,
    approved     boolean,
    note         text
);
create unique index reply_draft_open on reply_draft (request_id) where decided_at is null;
create index reply_draft_request on reply_draft (request_id, id);
