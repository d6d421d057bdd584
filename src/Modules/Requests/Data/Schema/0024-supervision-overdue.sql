-- When the sweep found that a supervised unit had not reported back in time: told once.
alter table supervision add column overdue_at timestamptz;
create index supervision_due on supervision (due_at) where ended_at is null and reported_at is null and overdue_at is null;
