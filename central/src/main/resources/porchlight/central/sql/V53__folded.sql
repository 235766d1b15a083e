-- What a search looks in: names and systems without regard to case, folded by central, as the stores fold only what their locale knows.
-- What is there already is folded at the next start.

alter table device add column name_folded text;
alter table device add column os_folded text;
