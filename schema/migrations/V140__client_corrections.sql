-- A client that its sender takes back takes along what hangs on it; all of it holds again when the client comes back.
alter table intake.taken_along alter column enrollment_key drop not null;
alter table intake.taken_along add column client_key text;
create index taken_along_client on intake.taken_along (sender, client_key);
comment on table intake.taken_along is 'Records that ended only because their enrollment or their client did; they hold again when it comes back.';
comment on column intake.taken_along.enrollment_key is 'The sender''s key of the enrollment, where the record has one.';
comment on column intake.taken_along.client_key is 'The sender''s key of the client, where the record has one.';

-- What was told while a merge joined the wrong numbers is on record when the corrected file is written.
create table release.mis_disclosure (
  mis_disclosure_id bigint generated always as identity primary key,
  disclosure_id bigint not null,
  sender text not null references intake.sender,
  merge_key text not null,
  taken_back_at timestamptz not null,
  found_at timestamptz not null,
  corrected_by bigint not null references release.outcome_file,
  unique (disclosure_id, sender, merge_key)
);
comment on table release.mis_disclosure is 'Something told of a client while a merge that its sender took back later joined numbers in that client; append-only.';
comment on column release.mis_disclosure.mis_disclosure_id is 'Key of the record.';
comment on column release.mis_disclosure.disclosure_id is 'What was told: client, recipient, measures and file.';
comment on column release.mis_disclosure.sender is 'The sender who merged the numbers.';
comment on column release.mis_disclosure.merge_key is 'The sender''s key of the merge.';
comment on column release.mis_disclosure.taken_back_at is 'When the hub learned that the merge was wrong.';
comment on column release.mis_disclosure.found_at is 'When the corrected file was written.';
comment on column release.mis_disclosure.corrected_by is 'The file that says what is right.';
grant select, insert on release.mis_disclosure to ${role_prefix}hub;
create trigger mis_disclosure_is_append_only before update or delete on release.mis_disclosure
  for each row execute function audit.refuse_change();
create trigger mis_disclosure_is_not_truncated before truncate on release.mis_disclosure execute function audit.refuse_change();
