create table data_protection_key (
    name       text primary key,
    sealed_xml bytea not null,
    created_at timestamptz not null
);
