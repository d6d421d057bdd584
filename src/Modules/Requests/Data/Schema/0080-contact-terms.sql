-- Until when a worker is to be contacted is worked out from a limit like every other deadline. 0: it was set before limits were kept.
alter table work_order
    add column contact_amount int not null default 0,
    add column contact_unit text not null default 'hours',
    add column contact_added int not null default 0;
