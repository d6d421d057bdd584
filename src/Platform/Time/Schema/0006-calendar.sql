-- Days that differ from a plain week, by the State Council's yearly notices. A year without rows of its own is not known yet.
create table calendar_day (
    date          date primary key,
    name          text not null,
    is_off_day    boolean not null,
    document_year int not null
);
