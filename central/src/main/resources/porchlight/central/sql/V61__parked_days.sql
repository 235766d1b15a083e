-- Devices that said goodbye were well when they did: that is not the same as safe on that day.

alter table day add column parked bigint not null default 0;
