-- What a ledger of the second version gains. Columns are only added.

alter table device add column next_key_at bigint;
alter table device add column clone_root text;
alter table device add column heard_at bigint;
alter table policy add column others text;

create index device_clone_root on device (clone_root);

update device set clone_root = (
  with recursive up (start, id, parent) as (
    select id, id, cloned_from from device where cloned_from is not null
    union select up.start, d.id, d.cloned_from from device d join up on d.id = up.parent)
  select up.id from up where up.start = device.id and up.parent is null)
  where cloned_from is not null;

update device set heard_at = last_report;
