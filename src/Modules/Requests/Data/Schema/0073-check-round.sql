-- A tick is of its round: what was done then is not done again.
alter table request_check add column round int;
update request_check set round = case when request_check.at < request.round_started_at then 1 else request.reworks + request.reopens + 1 end
from request where request.id = request_check.request_id;
alter table request_check alter column round set not null;
alter table request_check drop constraint request_check_pkey, add primary key (request_id, round, key);
