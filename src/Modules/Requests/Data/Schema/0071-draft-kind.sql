-- What waits for consent is an answer, or the word that somebody else is to be asked (不派，告知去处).
alter table reply_draft add column kind text not null default 'reply';
alter table reply_draft alter column kind drop default;
