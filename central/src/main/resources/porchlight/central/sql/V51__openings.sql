-- Of which checks was told that they fail, and the worst severity (0 is the worst) that was told: whoever heard of that hears of its end,
-- wherever the laptop is by then and whatever the policy says.

create table opening (
  device text not null references device (id),
  check_id text not null,
  severity bigint not null,
  primary key (device, check_id)
);

insert into opening (device, check_id, severity) select device, check_id, severity from finding where outcome = 'fail';

insert into opening (device, check_id, severity) select f.device, f.check_id, f.severity from finding f where f.outcome = 'unknown'
  and (select c.to_outcome from change c where c.device = f.device and c.check_id = f.check_id and c.to_outcome <> 'unknown'
    order by c.first_sequence desc limit 1) = 'fail';
