-- How each way in and out is doing, for all nodes: WeChat's parts, the mail server, the text messages.
alter table we_chat_health rename to channel_health;
alter table channel_health add column channel text not null default 'we-chat';
alter table channel_health alter column channel drop default;
alter table channel_health drop constraint we_chat_health_pkey, add constraint channel_health_pkey primary key (channel, part);
