-- Who calls: what a tech opened, what the laptop signed, and what came of it. "secret" is sealed and gone once it is over;
-- "message" is encrypted to the laptop and gone once it was read. "counted_at" is the counted time of the opening.

create table verification (
  id text primary key,
  organisation text not null,
  device text not null references device (id),
  tech text not null,
  purpose text not null,
  ticket text not null,
  called text not null,
  words text not null,
  nonce text not null,
  opened_at bigint not null,
  counted_at bigint not null,
  state text not null,
  wrong bigint not null default 0,
  secret text,
  payload text,
  signature text,
  key_id text,
  address text,
  ended_at bigint,
  message text,
  message_at bigint,
  read_at bigint,
  question text,
  challenge text
);

create index verification_device on verification (device, counted_at);
create index verification_tech on verification (tech, counted_at);
