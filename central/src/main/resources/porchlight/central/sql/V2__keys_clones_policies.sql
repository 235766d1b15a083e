-- What a ledger of the first version gains: tokens that are listed, approved and revoked; devices that change their keys, are
-- cloned, merged and leave; what became of their reports; policies. Columns are only added, so that an older central that
-- still runs on this file goes on.

alter table organisation add column policy_revision bigint;

alter table token add column uses bigint;
alter table token add column approval bigint not null default 0;
alter table token add column revoked_at bigint;

alter table device add column machine text;
alter table device add column boot text;
alter table device add column next_key_id text;
alter table device add column next_key_x text;
alter table device add column next_key_y text;
alter table device add column rotate bigint not null default 0;
alter table device add column cloned_from text;
alter table device add column merged_into text;
alter table device add column goodbye text;
alter table device add column goodbye_at bigint;
alter table device add column dropped_unchanged bigint not null default 0;
alter table device add column dropped_full bigint not null default 0;
alter table device add column dropped_transition bigint not null default 0;
alter table device add column refused bigint not null default 0;
alter table device add column failures bigint not null default 0;
alter table device add column skew_seconds bigint;

create unique index device_next_key on device (next_key_id);
create index device_machine on device (machine);
create index device_cloned_from on device (cloned_from);
create index device_merged_into on device (merged_into);

-- The boots that have told the newest news of a device, and from which sequence number to which.
create table boot (
  device text not null references device (id),
  boot text not null,
  first_sequence bigint not null,
  last_sequence bigint not null,
  primary key (device, boot)
);

update device set boot =
  (select r.boot from report r where r.device = device.id order by r.sequence desc limit 1);

insert into boot (device, boot, first_sequence, last_sequence)
  select id, boot, highest, highest from device where boot is not null;

-- The boots that were told that their device is cloned, and which device they became.
create table clone (
  device text not null references device (id),
  boot text not null,
  told_at bigint not null,
  became text,
  primary key (device, boot)
);

-- Sequence numbers under which a report came that was stored under another one before.
create table renumbered (
  device text not null references device (id),
  sequence bigint not null,
  primary key (device, sequence)
);

create table policy (
  organisation text not null references organisation (id),
  revision bigint not null,
  digest text not null,
  payload text not null,
  key_id text not null,
  signature text not null,
  set_at bigint not null,
  primary key (organisation, revision)
);
