-- How long what a sender sent is kept, who holds it back from that, and what was removed at the end.
create table intake.retention (
  sender text primary key references intake.sender,
  originals text not null check (originals ~ '^[1-9][0-9]{0,4} (day|month|year)s?$'),
  records text not null check (records ~ '^[1-9][0-9]{0,4} (day|month|year)s?$'),
  reason text not null,
  setup_sha256 text not null,
  applied_at timestamptz not null,
  applied_by text not null default session_user
);
comment on table intake.retention is 'How long what a sender sent is kept, from its reviewed partner file. Of a sender without a row everything is kept.';
comment on column intake.retention.sender is 'The sender.';
comment on column intake.retention.originals is 'How long originals are kept, such as 3 years, counted from the later of arrival and end of the reporting period.';
comment on column intake.retention.records is 'How long records made of them are kept, counted likewise; never shorter than originals.';
comment on column intake.retention.reason is 'Statute, schedule or agreement that says so.';
comment on column intake.retention.setup_sha256 is 'SHA-256 of the reviewed file.';
comment on column intake.retention.applied_at is 'When it was applied.';
comment on column intake.retention.applied_by is 'Database login that applied it.';

create table intake.legal_hold (
  hold_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  client_key text,
  reason text not null,
  placed_at timestamptz not null,
  placed_by text not null default session_user,
  lifted_at timestamptz, lifted_by text, lift_reason text,
  constraint one_scope check (num_nonnulls(feed_id, submission_id, client_key) <= 1),
  constraint lifted_whole check (num_nonnulls(lifted_at, lifted_by, lift_reason) in (0, 3))
);
create index legal_hold_open on intake.legal_hold (sender) where lifted_at is null;
comment on table intake.legal_hold is 'What is kept whatever its retention says, until the hold is lifted: all of a sender, a feed, a submission, or all that tells of a client.';
comment on column intake.legal_hold.hold_id is 'Number of the hold.';
comment on column intake.legal_hold.sender is 'The sender.';
comment on column intake.legal_hold.feed_id is 'The feed, where only one is held.';
comment on column intake.legal_hold.submission_id is 'The submission, where only one is held.';
comment on column intake.legal_hold.client_key is 'Sender''s key of the client, where only what tells of one is held.';
comment on column intake.legal_hold.reason is 'Why: the case or the request.';
comment on column intake.legal_hold.placed_at is 'Since when.';
comment on column intake.legal_hold.placed_by is 'Database login that placed it.';
comment on column intake.legal_hold.lifted_at is 'When it was lifted; empty while it holds.';
comment on column intake.legal_hold.lifted_by is 'Database login that lifted it.';
comment on column intake.legal_hold.lift_reason is 'Why it was lifted.';

create table audit.deletion (
  submission_id bigint not null,
  part text not null check (part in ('originals', 'records')),
  sender text not null, feed text not null, file_name text not null,
  sha256 text not null, sealed_sha256 text, size_bytes bigint not null, received_at timestamptz not null,
  retained text not null, due_on date not null, reason text not null, setup_sha256 text not null,
  removed jsonb not null, stayed jsonb not null,
  purged_at timestamptz not null, purged_by text not null,
  primary key (submission_id, part)
);
create index deletion_sender on audit.deletion (sender, submission_id);
create index deletion_sha256 on audit.deletion (sha256);
comment on table audit.deletion is 'Proof of deletion: what was removed at the end of its retention. Append-only; also kept as a file outside of the database.';
comment on column audit.deletion.submission_id is 'The submission. No foreign key: a restored database may not know it.';
comment on column audit.deletion.part is 'originals (the bytes and what quotes them) or records (what was made of them).';
comment on column audit.deletion.sender is 'The sender.';
comment on column audit.deletion.feed is 'Name of the feed within the sender.';
comment on column audit.deletion.file_name is 'Name of the file as delivered.';
comment on column audit.deletion.sha256 is 'SHA-256 of the original.';
comment on column audit.deletion.sealed_sha256 is 'SHA-256 of the encrypted bytes, where the file was sealed.';
comment on column audit.deletion.size_bytes is 'Size of the original in bytes.';
comment on column audit.deletion.received_at is 'When it had arrived.';
comment on column audit.deletion.retained is 'How long it was to be kept.';
comment on column audit.deletion.due_on is 'First day on which it was no longer to be kept.';
comment on column audit.deletion.reason is 'Statute, schedule or agreement that says so.';
comment on column audit.deletion.setup_sha256 is 'SHA-256 of the reviewed partner file with that rule.';
comment on column audit.deletion.removed is 'How many of what were removed, by kind.';
comment on column audit.deletion.stayed is 'Records of the submission that stayed: told again by a later file, still referred to by later records, or relied on by a disclosure.';
comment on column audit.deletion.purged_at is 'When.';
comment on column audit.deletion.purged_by is 'Database login that purged.';

create table audit.deletion_check (
  deletion_check_id bigint generated always as identity primary key,
  submission_id bigint not null, part text not null,
  checked_at timestamptz not null, checked_by text not null default session_user,
  left_over bigint not null, stays bigint not null
);
create index deletion_check_of on audit.deletion_check (submission_id, part);
comment on table audit.deletion_check is 'Looks for what should be gone: one after every purge, and whenever something was found. Append-only.';
comment on column audit.deletion_check.deletion_check_id is 'Key of the look.';
comment on column audit.deletion_check.submission_id is 'The submission.';
comment on column audit.deletion_check.part is 'originals or records.';
comment on column audit.deletion_check.checked_at is 'When.';
comment on column audit.deletion_check.checked_by is 'Database login that looked.';
comment on column audit.deletion_check.left_over is 'Files and rows that should not be there; 0 where all is gone.';
comment on column audit.deletion_check.stays is 'Records of the submission that rightly stay.';

create trigger deletion_is_append_only before update or delete on audit.deletion
  for each row execute function audit.refuse_change();
create trigger deletion_is_not_truncated before truncate on audit.deletion execute function audit.refuse_change();
create trigger deletion_check_is_append_only before update or delete on audit.deletion_check
  for each row execute function audit.refuse_change();
create trigger deletion_check_is_not_truncated before truncate on audit.deletion_check execute function audit.refuse_change();

create function intake.lift_once() returns trigger language plpgsql as $$
begin
  if old.lifted_at is null
     and to_jsonb(new) - array['lifted_at', 'lifted_by', 'lift_reason'] = to_jsonb(old) - array['lifted_at', 'lifted_by', 'lift_reason'] then
    return new;
  end if;
  raise exception 'a legal hold is lifted once and changes in nothing else' using errcode = 'insufficient_privilege';
end $$;
comment on function intake.lift_once() is 'Trigger: a legal hold may be lifted once, and changes in nothing else.';
create trigger legal_hold_is_lifted_once before update on intake.legal_hold for each row execute function intake.lift_once();
create trigger legal_hold_is_kept before delete on intake.legal_hold for each row execute function audit.refuse_change();
create trigger legal_hold_is_not_truncated before truncate on intake.legal_hold execute function audit.refuse_change();

-- Rules are set by whoever applies partner files; a proof is written by a purge alone.
grant select on intake.retention, audit.deletion to ${role_prefix}hub;
grant select, insert, update on intake.legal_hold to ${role_prefix}hub;
grant select, insert on audit.deletion_check to ${role_prefix}hub;
