create table import_batch (
    id             uuid primary key,
    kind           text not null,
    file_name      text not null,
    content        bytea,
    from_on        date not null,
    account_id     uuid,
    actor_name     text not null,
    uploaded_at    timestamptz not null,
    applied_at     timestamptz,
    rolled_back_at timestamptz,
    added          int not null,
    changed        int not null
);

-- What a row changed: texts of the state before (null when new) and after.
create table import_change (
    batch_id   uuid not null references import_batch on delete cascade,
    row_number int not null,
    subject_id uuid not null,
    label      text not null,
    before     text,
    after      text not null,
    primary key (batch_id, row_number)
);
