-- Who may look. Passwords, tokens and links are kept as hashes; a seed for one-time codes is sealed by the data folder's key.

create table person (
  id text primary key,
  name text not null unique,
  role text not null,
  organisation text references organisation (id),
  subject text unique,
  password text,
  seed text,
  used_step bigint not null default 0,
  created_at bigint not null,
  disabled_at bigint
);

create table recovery_code (
  person text not null references person (id),
  hash text not null,
  primary key (person, hash)
);

create table session (
  hash text primary key,
  person text not null references person (id),
  address text not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null
);

create index session_person on session (person);

-- A link that is good for one thing, once: to make the first admin, or to choose a password.
create table link (
  hash text primary key,
  person text references person (id),
  expires_at bigint not null
);

create table api_token (
  id text primary key,
  hash text not null unique,
  name text not null,
  scopes text not null,
  organisation text references organisation (id),
  created_by text not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  revoked_at bigint
);

-- Append-only: each entry holds the hash of the one before it.
create table audit (
  number bigint primary key,
  at bigint not null,
  who text not null,
  address text not null,
  act text not null,
  target text not null,
  detail text not null,
  before text not null,
  hash text not null
);
