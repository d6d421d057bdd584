-- An order that ended unsigned waits for nobody.
drop index work_order_unsigned;
create index work_order_unsigned on work_order (unit_id) include (dispatched_at) where acknowledged_at is null and finished_at is null;
