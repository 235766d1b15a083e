-- The subset of SQL that SQLite and PostgreSQL share: text, bigint (times are epoch milliseconds), on conflict.

create table if not exists meta (
  name text primary key,
  value text not null
);

create table if not exists organisation (
  id text primary key,
  name text not null unique,
  created_at bigint not null
);

create table if not exists token (
  hash text primary key,
  organisation text not null references organisation (id),
  uses_left bigint not null,
  expires_at bigint not null,
  created_at bigint not null
);

create table if not exists device (
  id text primary key,
  organisation text not null references organisation (id),
  key_id text not null unique,
  key_x text not null,
  key_y text not null,
  standing text not null,
  name text,
  os text,
  agent text not null,
  enrolled_at bigint not null,
  last_seen bigint not null,
  last_report bigint,
  cadence_seconds bigint not null,
  highest bigint not null,
  received bigint not null,
  latest_sequence bigint,
  latest_at bigint,
  digest text,
  answer text,
  score bigint,
  assessed bigint,
  blind bigint,
  worst_check text,
  worst_severity text,
  worst_because text
);

create index if not exists device_organisation on device (organisation);

create table if not exists report (
  device text not null references device (id),
  id text not null,
  sequence bigint not null,
  boot text not null,
  collected_at bigint not null,
  received_at bigint not null,
  digest text not null,
  content text,
  primary key (device, id),
  unique (device, sequence)
);

create index if not exists report_content on report (device, digest) where content is not null;

create table if not exists change (
  device text not null references device (id),
  check_id text not null,
  first_sequence bigint not null,
  first_at bigint not null,
  before_sequence bigint not null,
  before_at bigint not null,
  from_outcome text not null,
  to_outcome text not null,
  primary key (device, check_id, first_sequence)
);

create table if not exists nonce (
  key_id text not null,
  nonce text not null,
  expires_at bigint not null,
  primary key (key_id, nonce)
);

create index if not exists nonce_expiry on nonce (expires_at);

create table if not exists outage (
  from_at bigint primary key,
  to_at bigint not null
);
