-- When the round in force began: a rework begins one; what was missed before it counts for the round before.
alter table request add column round_started_at timestamptz;
update request q set round_started_at = (select max(t.at) from timeline_entry t where t.request_id = q.id and t.kind = 'reworked') where q.reworks > 0;
