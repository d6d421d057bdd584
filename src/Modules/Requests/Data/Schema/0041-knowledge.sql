-- What the desk knows, written once. Every saved text is a version and stays; readers see the version that was published.
create table article (
    id               uuid primary key,
    category         text not null references category,
    title            text not null,
    number           int not null,
    published        int,
    audience         text,
    planned          int,
    planned_audience text,
    planned_at       timestamptz,
    unit_id          uuid not null,
    owner            uuid,
    owner_name       text not null,
    review_on        date,
    review_told      date,
    changed_at       timestamptz not null,
    published_at     timestamptz,
    word_index       tsvector
);
create index article_word_index on article using gin (word_index);
create index article_category on article (category, published_at) where published is not null;
create index article_planned on article (planned_at) where planned is not null;
create index article_review on article (review_on) where published is not null;

create table article_version (
    article_id uuid not null references article,
    number     int not null,
    title      text not null,
    words      text not null,
    changed    text not null,
    at         timestamptz not null,
    account    uuid,
    actor_name text not null,
    primary key (article_id, number)
);

-- Who did what with it, for the page of the article.
create table article_step (
    id         uuid primary key,
    article_id uuid not null references article,
    at         timestamptz not null,
    account    uuid,
    actor_name text not null,
    what       text not null,
    note       text
);
create index article_step_article on article_step (article_id, id);

create table article_opinion (
    id         uuid primary key,
    article_id uuid not null references article,
    number     int not null,
    account    uuid,
    useful     boolean not null,
    words      text,
    at         timestamptz not null
);
create unique index article_opinion_account on article_opinion (article_id, account) where account is not null;
create index article_opinion_article on article_opinion (article_id, id);

-- Apart from the article, so that a reader's word is no change of the text.
create table article_tally (
    article_id uuid primary key references article,
    useful     int not null,
    useless    int not null
);
