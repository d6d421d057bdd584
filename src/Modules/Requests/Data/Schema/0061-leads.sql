-- The bulletin asks of every request who drove it: its leads, from the index alone.
create index work_order_lead on work_order (request_id, id) include (unit_id, way, ended) where role = 'lead';
