-- What else came from the same workplace, newest first: where the same matter is looked for.
create index request_works_at on request (works_at, id) where works_at is not null;
