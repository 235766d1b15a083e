-- What does not pass is kept of those alone that count: who was shut out is among them no more. Headlines are forgotten device by
-- device, so nobody looks for them by their age.

delete from finding where device in (select id from device where standing = 'revoked');

drop index if exists headline_at;
