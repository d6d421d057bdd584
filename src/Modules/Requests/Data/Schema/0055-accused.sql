-- 被反映的人和单位: what the worker said stands on the request; who of the union is meant by it stands here, so that he and his unit are kept
-- away from it. A unit never gets an order or a scope row; a person is left out of every list he would reach by another post.
alter table request add column accused text;
create table accused (
    id         uuid primary key,
    request_id uuid not null references request,
    account    uuid,
    unit_id    uuid,
    name       text not null,
    check (account is not null or unit_id is not null)
);
create index accused_request on accused (request_id);
create index accused_account on accused (account, request_id) where account is not null;
