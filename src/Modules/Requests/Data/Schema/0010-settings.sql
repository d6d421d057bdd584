-- Silence after an answer is one number among the others; its days are in force as before.
insert into request_setting (key, valid_from, value, basis) select 'confirm-days', valid_from, confirm_days, basis from closing_rule;
drop table closing_rule;

-- The catalogue is kept by administrators: an order of categories, and versions of a service. A version that was replaced on
-- the day it began, or before, ends before it begins: requests of that day still hang on it.
alter table category add column position int not null default 0;
update category set position = placed.place from (select code, row_number() over (order by code)::int as place from category) placed where placed.code = category.code;
alter table category alter column position drop default;
drop index service_code;
create unique index service_code on service (code, valid_from) where valid_to is null or valid_to >= valid_from;
