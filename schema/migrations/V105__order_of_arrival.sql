-- What a sender took back stays known, so that what comes late changes nothing: a row that is older than the taking back, and a
-- row of a snapshot that a later snapshot left out while the row still waited for its parent.
create table intake.taken_back (
  sender text not null references intake.sender,
  entity text not null,
  key text not null,
  source_updated_at timestamp,
  submission_id bigint not null references intake.submission,
  primary key (sender, entity, key)
);
comment on table intake.taken_back is 'Records that a sender took back, each with the last time it did.';
comment on column intake.taken_back.sender is 'Whose record.';
comment on column intake.taken_back.entity is 'Canonical table of the record.';
comment on column intake.taken_back.key is 'The sender''s key of the record.';
comment on column intake.taken_back.source_updated_at is 'When the sender took it back, in the sender''s local time, where the sender says so.';
comment on column intake.taken_back.submission_id is 'The submission that says so.';
grant select, insert, update, delete on intake.taken_back to ${role_prefix}hub;

alter table intake.waiting_for add column changed_on date;
comment on column intake.waiting_for.changed_on is 'Day on which the sender changed the waiting record, where the sender says so.';

alter table intake.submission add column tells_all boolean not null default false;
comment on column intake.submission.tells_all is 'True where what the file leaves out in its period is no more: a snapshot that could be read whole and lists no programs.';

create table intake.taken_along (
  sender text not null references intake.sender,
  entity text not null,
  key text not null,
  enrollment_key text not null,
  content_hash text not null,
  source_updated_at timestamp,
  primary key (sender, entity, key)
);
create index taken_along_enrollment on intake.taken_along (sender, enrollment_key);
comment on table intake.taken_along is 'Records that ended only because their enrollment did; they hold again when it comes back.';
comment on column intake.taken_along.sender is 'Whose record.';
comment on column intake.taken_along.entity is 'Canonical table of the record.';
comment on column intake.taken_along.key is 'The sender''s key of the record.';
comment on column intake.taken_along.enrollment_key is 'The sender''s key of the enrollment.';
comment on column intake.taken_along.content_hash is 'What was believed of the record.';
comment on column intake.taken_along.source_updated_at is 'When the sender last changed the record, where the sender says so.';
grant select, insert, update, delete on intake.taken_along to ${role_prefix}hub;
