-- What the desk may write and attach at once is policy like the other numbers; the values in force stay.
insert into request_setting (key, valid_from, value, basis) values
    ('desk-words-most', '2000-01-01', 4000, '初始设置，按本地规定调整'),
    ('desk-files-most', '2000-01-01', 9, '初始设置，按本地规定调整');

-- A service may name the unit that receives first; without one, and where that unit is closed, the level decides.
alter table service add column receiver uuid;
