-- 剔除, 不合理诉求认定, 考核申诉: each asked by the measured unit with a file, decided by somebody else above it. A yes lays the round's
-- follow-up aside, so that it does not count; the answers themselves stay as they were heard.
create table scoring_review (
    id              uuid primary key,
    request_id      uuid not null references request,
    round           int not null,
    unit_id         uuid not null,
    kind            text not null,
    reason          text not null,
    entry_id        uuid not null references timeline_entry,
    asked_at        timestamptz not null,
    asked_by        uuid,
    asked_name      text not null,
    granted         boolean,
    decision        text,
    decided_at      timestamptz,
    decided_by      uuid,
    decided_name    text,
    check (decided_by is null or decided_by is distinct from asked_by)
);
create unique index scoring_review_open on scoring_review (request_id, round) where decided_at is null;
create index scoring_review_request on scoring_review (request_id, round);
create index scoring_review_decided on scoring_review (decided_at) where decided_at is not null;
