-- For how many days reports of an organisation are kept, where not as long as all others.

alter table organisation add column keep_days bigint;
