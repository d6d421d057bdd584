-- Who is not signed in says it once from his browser, of which only a fingerprint is kept.
alter table article_opinion add column browser bytea;
create unique index article_opinion_browser on article_opinion (article_id, browser) where browser is not null;
