-- What techs note about a device, a check, a place, or something that was seen; and which device shows what.

create index event_at on event (at);

create table remark (
  id text primary key,
  kind text not null,
  organisation text,
  device text,
  check_id text,
  place text,
  seen text,
  words text not null,
  author text not null,
  made_at bigint not null,
  expires_at bigint,
  ended_at bigint
);

create index remark_device on remark (device);
create index remark_seen on remark (seen);

-- What a failed check showed on a device when it was last heard: "seen" is one and the same for the same thing.
create table sighting (
  device text not null,
  seen text not null,
  organisation text not null,
  check_id text not null,
  name text not null,
  value text not null,
  primary key (device, seen)
);

create index sighting_seen on sighting (seen);
