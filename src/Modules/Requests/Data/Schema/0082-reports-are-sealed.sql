-- Who reports somebody is sealed, whichever door he came by (domain rules, 2).
update service set visibility = array_remove(visibility, 'named') || case when visibility = array['named'] then array['hidden'] else '{}' end
where matter_type = 'report' and 'named' = any (visibility);
