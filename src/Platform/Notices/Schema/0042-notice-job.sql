-- A job may run twice when a node dies between its save and its mark of being done: it tells each account once.
alter table notice add column job uuid;
create unique index notice_job on notice (job, account) where job is not null;
