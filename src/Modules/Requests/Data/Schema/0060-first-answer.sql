-- The promise to the worker is one of the first answer (docs/decisions/0007-clocks.md): later answers do not move it.
alter table request add column first_answer_at timestamptz;
update request set first_answer_at = coalesce(
    (select min(entry.at) from timeline_entry entry where entry.request_id = request.id and entry.kind in ('replied', 'declined')), replied_at)
where replied_at is not null;
