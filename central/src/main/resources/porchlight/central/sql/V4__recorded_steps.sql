-- From here on the steps are recorded by Flyway. A central from before that refuses this ledger by this number.

insert into meta (name, value) values ('schema', '4') on conflict (name) do update set value = excluded.value;
