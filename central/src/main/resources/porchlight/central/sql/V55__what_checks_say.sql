-- What each check comes to in a device's newest content, a line a check, so that papers need not read that content; and what lists
-- are read by: devices of an organisation by their ids, and who came back.

create table verdicts (
  device text primary key references device (id),
  digest text not null,
  said text not null
);

create index device_of on device (organisation, id);
drop index device_organisation;
create index device_returned on device (returned_at);
