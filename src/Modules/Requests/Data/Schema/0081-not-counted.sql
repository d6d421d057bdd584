-- Time that a rule does not count, such as the hearing of a second review (domain rules, K9).
alter table clock_rule add column excludes text;
update clock_rule set excludes = '听证' where duty = 'second-review';
alter table request_duty
    add column excludes text,
    add column added int not null default 0,
    add column excluded_to date;
update request_duty set excludes = '听证' where duty = 'second-review';
