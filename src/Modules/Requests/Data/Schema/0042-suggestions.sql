-- Answers that satisfied, newest first: where suggestions for the next answer are looked for.
create index request_answered_well on request (category, closed_at desc) where outcome = 'solved' and rating in ('very-satisfied', 'satisfied');
