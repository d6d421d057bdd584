create table enterprise (
    id          uuid primary key,
    name        text not null,
    short_name  text not null,
    credit_code text,
    unit_id     uuid not null references unit,
    industry    text
);
create unique index enterprise_credit_code on enterprise (credit_code) where credit_code is not null;
create index enterprise_name on enterprise (name, id);
create index enterprise_unit_id on enterprise (unit_id);

create table enterprise_head_count (
    enterprise_id uuid not null references enterprise,
    counted_on    date not null,
    total         int not null check (total >= 0),
    primary key (enterprise_id, counted_on)
);
