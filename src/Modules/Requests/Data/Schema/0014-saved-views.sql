-- A saved view keeps what a list is about, never what somebody once searched for in it: that may be a worker's name or phone.
update saved_view set query = regexp_replace(regexp_replace(query, '(^|&)q=[^&]*', '', 'g'), '^&', '') where query ~ '(^|&)q=';
