-- What an event for a webhook is about, so that those of one subject are told in their order without reading all that wait.

alter table posting add column subject text not null default '';

update posting set subject = coalesce((select case when e.device is null then 'organisations/' || e.organisation
  else 'devices/' || e.device end || case when e.check_id is null then '' else '/' || e.check_id end
  from event e where e.id = posting.event), '');

create index posting_subject on posting (hook, subject, event);
