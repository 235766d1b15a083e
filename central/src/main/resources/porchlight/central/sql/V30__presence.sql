-- How each device stands as to being heard, so that lists need not judge all of them anew, and what was told of silences.

alter table device add column presence text not null default 'never-reported';
alter table device add column silence_step bigint not null default 0;
alter table device add column returned_at bigint;

update device set presence = 'online' where heard_at is not null;
update device set presence = 'retired' where standing = 'retired';

-- What was silent for long when this column came is old news.
update device set presence = 'silent', silence_step = 3 where presence = 'online' and heard_at <
  (select max(d.heard_at) from device d) - 604800000;

create index device_presence on device (organisation, presence, answer);

-- Organisations that are silent as a whole, and the last step of that which was told.
create table silence (
  organisation text primary key references organisation (id),
  step bigint not null
);
