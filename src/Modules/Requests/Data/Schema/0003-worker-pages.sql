-- Numbers that differ from city to city. Per key, the row with the latest day not after today counts.
create table request_setting (
    key        text not null,
    valid_from date not null,
    value      int not null check (value > 0),
    basis      text not null,
    primary key (key, valid_from)
);
insert into request_setting values
    ('words-most', '2000-01-01', 4000, '初始设置，按本地规定调整'),
    ('photos-most', '2000-01-01', 9, '初始设置，按本地规定调整'),
    ('dispute-working-days', '2000-01-01', 2, '初始设置，按本地规定调整'),
    ('track-tries', '2000-01-01', 10, '初始设置，按本地规定调整'),
    ('track-minutes', '2000-01-01', 15, '初始设置，按本地规定调整');

-- Tries to open a reference by passphrase. A reference that does not exist is counted in the same way, so that nobody learns which do.
create table tracking_try (
    reference    text primary key,
    tries        int not null,
    since        timestamptz not null,
    locked_until timestamptz
);
create index tracking_try_since on tracking_try (since);
