-- Who says "not solved" after his follow-up had ended is asked once more; and how often a call was put off.
alter table follow_up
    add column asked_again_at timestamptz,
    add column puts_off int not null default 0;
update follow_up set puts_off = (select count(*) from follow_up_attempt attempt where attempt.follow_up_id = follow_up.id and attempt.outcome = 'later')
where state = 'open';
