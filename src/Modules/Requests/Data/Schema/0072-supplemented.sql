-- New facts move the version of the request, so that no answer goes out over what nobody has read.
alter table request add column supplemented_at timestamptz;
