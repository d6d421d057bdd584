-- 集体诉求: one matter of several persons. Each stays a request of his own under the head (0050); a row here says that he counts as one more
-- person, how he came in, and whether he speaks for the others.
create table participant (
    request_id       uuid primary key references request,
    head_id          uuid not null references request,
    joined_at        timestamptz not null,
    way              text not null,
    represents_since timestamptz,
    named_by         text
);
create index participant_head on participant (head_id, joined_at, request_id);

-- The address by which colleagues join. It opens a form and shows nothing of anybody's words, so that it may be shown again to who handles it.
create table join_link (
    request_id uuid primary key references request,
    token      text not null,
    made_at    timestamptz not null,
    made_by    text not null
);
create unique index join_link_token on join_link (token);

alter table request add column people int not null default 1;

create trigger request_head_reach_at_once after insert on request for each row
    when (new.head_id is not null) execute function request_reach_of_head();

insert into request_setting (key, valid_from, value, basis) values
    ('representatives-from', '2000-01-01', 5, '初始设置，按本地规定调整'),
    ('representatives-most', '2000-01-01', 5, '《信访工作条例》第二十条');
create index request_collective on request (id) where people > 1;
