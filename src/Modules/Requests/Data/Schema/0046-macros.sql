-- Acts that go together, under one name, as dated data: code × first day, like the templates.
create table macro (
    id         uuid primary key,
    code       text not null,
    name       text not null,
    steps      jsonb not null,
    is_used    boolean not null,
    valid_from date not null,
    basis      text not null
);
create unique index macro_code on macro (code, valid_from);

insert into macro (id, code, name, steps, is_used, valid_from, basis) values
    ('0197a000-0000-7000-8000-000000000201', 'take-on', '签收，归我办', '[{"act":"acknowledge"},{"act":"take"}]', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000202', 'remind', '催办，记一笔', '[{"act":"chase","words":"快到期了，请今天回一个进展。"},{"act":"note","words":"批量催办过一次。"}]', true, '2000-01-01', '初始设置，按本地规定调整');
