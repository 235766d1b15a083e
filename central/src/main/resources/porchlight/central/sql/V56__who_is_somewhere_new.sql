-- Of headlines only those of a new place are asked for by their time, so the others need not stand in that index; and what a list
-- is sorted by stands there, too.

drop index headline_new;
create index headline_new on headline (told_at, organisation, device, sequence, kind, at) where standing = 'new';
