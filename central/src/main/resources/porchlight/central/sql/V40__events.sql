-- What happened, edge by edge, in the order of its commits; and what of it each webhook was told.

create table event (
  id bigint primary key,
  at bigint not null,
  organisation text not null references organisation (id),
  device text,
  kind text not null,
  check_id text,
  severity text,
  payload text not null
);

create index event_organisation on event (organisation, id);
create index event_device on event (device, id);

-- How far the events were handed to a webhook, and when it last took one.
create table hook (
  name text primary key,
  told bigint not null,
  taken_at bigint
);

-- One event for one webhook: waiting until it is taken (then its row goes) or given up (then it stays, to be seen).
create table posting (
  hook text not null,
  event bigint not null,
  given_up bigint not null default 0,
  attempts bigint not null default 0,
  due_at bigint not null,
  answer text not null default '',
  primary key (hook, event)
);

create index posting_due on posting (hook, given_up, due_at);

-- Digests that were sent: one an organisation, a week and a person.
create table digest (
  organisation text not null,
  week text not null,
  recipient text not null,
  sent_at bigint not null,
  primary key (organisation, week, recipient)
);
