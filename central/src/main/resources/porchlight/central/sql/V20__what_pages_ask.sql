-- What pages ask, kept with each report, so that no page reads the contents of all devices: since when a device's answer is
-- what it is, when central learned that and what it was before, where it is; what every full report says at a glance; what does
-- not pass now, by check; and how each organisation stood at the end of each day. What was said before is noted at the next start.

alter table device add column answer_since bigint;
alter table device add column answer_before text;
alter table device add column answer_told bigint;
alter table device add column place text;
alter table device add column place_kind text;

create index device_stands on device (organisation, standing, answer, heard_at, cadence_seconds, goodbye, score);
create index device_answer on device (answer, answer_told);
create index device_place on device (organisation, place);

create table headline (
  device text not null references device (id),
  sequence bigint not null,
  organisation text not null,
  at bigint not null,
  told_at bigint not null,
  answer text not null,
  score bigint,
  place text,
  kind text,
  sure text,
  standing text,
  primary key (device, sequence)
);

create index headline_new on headline (standing, told_at, organisation);
create index headline_place on headline (organisation, place, at);
create index headline_at on headline (at);

create table finding (
  device text not null references device (id),
  check_id text not null,
  organisation text not null,
  outcome text not null,
  severity bigint not null,
  because text not null,
  since_at bigint not null,
  told_at bigint not null,
  primary key (device, check_id)
);

create index finding_check on finding (check_id, outcome, organisation, severity, since_at);
create index finding_since on finding (outcome, told_at, check_id, organisation, severity);

create table day (
  organisation text not null references organisation (id),
  day bigint not null,
  unsafe bigint not null,
  care bigint not null,
  silent bigint not null,
  cannot_say bigint not null,
  waiting bigint not null,
  safe bigint not null,
  score bigint,
  primary key (organisation, day)
);

update device set answer_since = latest_at, answer_told = latest_at where answer is not null;
