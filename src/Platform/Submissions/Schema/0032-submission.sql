-- One row per submitted form, stored in the transaction of what the form did: whatever is here was done, once.
create table submission (
    key         uuid primary key,
    account     uuid,
    session     bytea,
    path        text not null,
    fingerprint bytea not null,
    outcome     text,
    at          timestamptz not null
);
create index submission_at on submission (at);
