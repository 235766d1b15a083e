-- How long a device was silent before it came back, in counted time; the times of its reports are by a clock that may be set.

alter table device add column away_millis bigint;
