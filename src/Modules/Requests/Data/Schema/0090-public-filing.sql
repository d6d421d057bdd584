-- Requests filed by Open311: what the public may read of them hangs on this row (docs/decisions/0015).
create table public_filing (
    request_id   uuid primary key references request,
    jurisdiction uuid not null,
    service_code text not null,
    api_key      uuid not null,
    filed_at     timestamptz not null,
    with_words   boolean not null,
    lat          numeric(5, 2),
    long         numeric(5, 2),
    constraint public_filing_place check ((lat is null) = (long is null))
);
create index public_filing_filed_at on public_filing (jurisdiction, filed_at desc, request_id);
