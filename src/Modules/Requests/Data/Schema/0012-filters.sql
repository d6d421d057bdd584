-- Filters of a list by a rare value: without these a list walks all rows of a unit until it has found a page of them.
create index request_visibility on request (visibility, id) where visibility <> 'named';
create index request_channel on request (channel, id) where channel <> 'web';
create index request_matter_type on request (matter_type, id);
create index request_category on request (category, id);
create index request_service on request (service_id, id);
