-- Files belong to a version of an article and are published with it, never before.
create table article_file (
    article_id uuid not null,
    number     int not null,
    file_id    uuid not null references file,
    primary key (article_id, number, file_id),
    foreign key (article_id, number) references article_version
);

-- What hung on the article came with the version written last before it, and stayed.
insert into article_file (article_id, number, file_id)
select version.article_id, version.number, file.id
from file
join article_version version on version.article_id = file.subject_id
where file.subject_kind = 'article'
  and version.number >= coalesce((select max(first.number) from article_version first where first.article_id = file.subject_id and first.at <= file.claimed_at), 1);
