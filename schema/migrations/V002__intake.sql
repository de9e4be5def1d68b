create table intake.sender (
  sender text primary key check (sender ~ '^[a-z][a-z0-9-]{1,40}$'),
  title text not null,
  kind text not null check (kind in ('provider', 'agency', 'trial')),
  role_name text unique,
  victim_service_provider boolean not null default false,
  zone text not null default 'America/New_York',
  setup_sha256 text,
  applied_at timestamptz,
  applied_by text
);
comment on table intake.sender is 'A partner that sends data: a provider, a government agency, or the sender of trial files.';
comment on column intake.sender.sender is 'Short name of the sender, as in mappings/<sender>.';
comment on column intake.sender.title is 'Name of the organization as people write it.';
comment on column intake.sender.kind is 'provider (delivers services), agency (administers a government system) or trial (files tried without set-up).';
comment on column intake.sender.role_name is 'Database role of this organization; row-level security shows it its own rows only.';
comment on column intake.sender.victim_service_provider is 'True keeps all its clients out of linkage (34 U.S.C. 12291(b)(2)).';
comment on column intake.sender.zone is 'Time zone of the sender''s civil dates and times (IANA name).';
comment on column intake.sender.setup_sha256 is 'SHA-256 of the reviewed partner file that was applied last.';
comment on column intake.sender.applied_at is 'When that file was applied.';
comment on column intake.sender.applied_by is 'Database login that applied it.';

create table intake.account (
  sender text primary key references intake.sender,
  transport text not null check (transport in ('sftp', 'folder')),
  host text, port integer check (port between 1 and 65535), username text, host_key text, key_file text,
  folder text not null,
  completion text not null check (completion in ('done_file', 'rename'))
);
comment on table intake.account is 'Where a partner''s files are fetched and delivered.';
comment on column intake.account.sender is 'The partner.';
comment on column intake.account.transport is 'sftp (their server) or folder (a directory of this machine).';
comment on column intake.account.host is 'Host name of the SFTP server.';
comment on column intake.account.port is 'Port of the SFTP server.';
comment on column intake.account.username is 'Account name at the SFTP server.';
comment on column intake.account.host_key is 'Pinned public host key, as a known_hosts line carries it; any other key is refused.';
comment on column intake.account.key_file is 'File with the hub''s private key for this account; the key itself is never stored here.';
comment on column intake.account.folder is 'Folder that holds inbox, receipts, outcomes, acks and archive.';
comment on column intake.account.completion is 'How the partner says that a file is whole: a done-file beside it, or a rename from a temporary name.';

create table intake.feed (
  feed_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  name text not null check (name ~ '^[a-z][a-z0-9-]{1,60}$'),
  mapping text not null,
  status text not null default 'live' check (status in ('testing', 'certified', 'live', 'stopped')),
  unique (sender, name)
);
comment on table intake.feed is 'A sender plus a mapping: one stream of submissions.';
comment on column intake.feed.feed_id is 'Key of the feed.';
comment on column intake.feed.sender is 'Who sends it.';
comment on column intake.feed.name is 'Name within the sender; the feed''s id is sender/name.';
comment on column intake.feed.mapping is 'Mapping that reads it, as mappings/<mapping>.';
comment on column intake.feed.status is 'testing, certified, live or stopped.';

create table intake.feed_expectation (
  feed_id bigint primary key references intake.feed,
  every text not null check (every in ('day', 'week', 'month')),
  due_on text, due_by time not null, zone text not null, grace interval not null
);
comment on table intake.feed_expectation is 'When a feed''s next submission is due.';
comment on column intake.feed_expectation.feed_id is 'The feed.';
comment on column intake.feed_expectation.every is 'day, week or month.';
comment on column intake.feed_expectation.due_on is 'Day of the week (MON) or of the month (10); empty for a daily feed.';
comment on column intake.feed_expectation.due_by is 'Local time by which it is due.';
comment on column intake.feed_expectation.zone is 'Time zone of that time (IANA name).';
comment on column intake.feed_expectation.grace is 'How long after the due time it counts as late rather than missing.';

create table intake.feed_event (
  feed_event_id bigint generated always as identity primary key,
  feed_id bigint references intake.feed,
  sender text references intake.sender,
  at timestamptz not null,
  code text not null,
  fact text not null,
  guidance text not null
);
comment on table intake.feed_event is 'Something that happened to a feed outside any submission: a refused name, a failed login, a stop.';
comment on column intake.feed_event.feed_event_id is 'Key of the event.';
comment on column intake.feed_event.feed_id is 'The feed, where one is known.';
comment on column intake.feed_event.sender is 'The partner, where one is known.';
comment on column intake.feed_event.at is 'When it happened.';
comment on column intake.feed_event.code is 'What kind of event, as a problem code.';
comment on column intake.feed_event.fact is 'What happened; no personal value.';
comment on column intake.feed_event.guidance is 'What to do about it.';

create table intake.mapping_version (
  mapping_version_id bigint generated always as identity primary key,
  mapping text not null, number integer not null, sha256 text not null, files jsonb not null,
  effective date, author text not null, approver text, reason text not null, created_at timestamptz not null,
  unique (mapping, number), unique (mapping, sha256)
);
comment on table intake.mapping_version is 'A mapping as it stood when it was used: immutable text, so that any row can be mapped again as it was.';
comment on column intake.mapping_version.mapping_version_id is 'Key of the version.';
comment on column intake.mapping_version.mapping is 'Mapping id, as sender/feed or a standard''s name.';
comment on column intake.mapping_version.number is 'Version number, counting up per mapping.';
comment on column intake.mapping_version.sha256 is 'SHA-256 over the names and texts of its files.';
comment on column intake.mapping_version.files is 'The files: name to text, as they were.';
comment on column intake.mapping_version.effective is 'First day of a reporting period that this version maps.';
comment on column intake.mapping_version.author is 'Database login that stored it.';
comment on column intake.mapping_version.approver is 'Database login that approved it, where a second person was asked.';
comment on column intake.mapping_version.reason is 'Why it came to be.';
comment on column intake.mapping_version.created_at is 'When it was stored.';

create table intake.original (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  kept_at timestamptz not null
);
comment on table intake.original is 'The bytes of a submission as delivered, kept once per content under THROUGHLINE_HOME/originals.';
comment on column intake.original.sha256 is 'SHA-256 of the bytes; also the name under which they are kept.';
comment on column intake.original.size_bytes is 'Size in bytes.';
comment on column intake.original.kept_at is 'When the bytes were safely on disk.';

create table intake.submission (
  submission_id bigint generated always as identity primary key,
  feed_id bigint not null references intake.feed,
  sender text not null references intake.sender,
  file_name text not null,
  sha256 text not null references intake.original,
  received_at timestamptz not null,
  status text not null check (status in ('received', 'loaded', 'held', 'rejected', 'duplicate')),
  mapping_version_id bigint references intake.mapping_version,
  duplicate_of bigint references intake.submission,
  period_from date, period_to date,
  read_count bigint not null default 0, accepted_count bigint not null default 0, unchanged_count bigint not null default 0,
  held_count bigint not null default 0, rejected_count bigint not null default 0, waiting_count bigint not null default 0,
  closed_count bigint not null default 0,
  finished_at timestamptz,
  constraint every_record_has_one_state
    check (read_count = accepted_count + unchanged_count + held_count + rejected_count + waiting_count),
  constraint period_is_ordered check (period_from is null or period_to is null or period_from <= period_to)
);
create index submission_feed on intake.submission (feed_id, sha256);
create index submission_open on intake.submission (status) where status = 'received';
comment on table intake.submission is 'One delivered file of one feed, and what became of it.';
comment on column intake.submission.submission_id is 'Key of the submission; also its receipt number.';
comment on column intake.submission.feed_id is 'The feed.';
comment on column intake.submission.sender is 'The sender, for row-level security.';
comment on column intake.submission.file_name is 'Name of the file as delivered.';
comment on column intake.submission.sha256 is 'The original.';
comment on column intake.submission.received_at is 'When the original was kept.';
comment on column intake.submission.status is 'received (not decided yet), loaded, held, rejected or duplicate.';
comment on column intake.submission.mapping_version_id is 'Mapping version that read it.';
comment on column intake.submission.duplicate_of is 'The earlier submission with the same bytes under the same mapping version.';
comment on column intake.submission.period_from is 'First day of the reporting period that the file covers.';
comment on column intake.submission.period_to is 'Last day of that period.';
comment on column intake.submission.read_count is 'Source records read; always the sum of the five states.';
comment on column intake.submission.accepted_count is 'Records that changed what the hub believes.';
comment on column intake.submission.unchanged_count is 'Records that say what the hub believes already.';
comment on column intake.submission.held_count is 'Records that somebody must correct or rule on.';
comment on column intake.submission.rejected_count is 'Records that can never be valid.';
comment on column intake.submission.waiting_count is 'Records whose parent has not arrived.';
comment on column intake.submission.closed_count is 'Canonical records that ended because a snapshot no longer holds them.';
comment on column intake.submission.finished_at is 'When it was decided.';

create table intake.submission_member (
  submission_id bigint not null references intake.submission, member text not null, ordinal integer not null,
  taken boolean not null, reason text,
  read_count bigint not null default 0, accepted_count bigint not null default 0, unchanged_count bigint not null default 0,
  held_count bigint not null default 0, rejected_count bigint not null default 0, waiting_count bigint not null default 0,
  primary key (submission_id, member),
  constraint every_record_of_a_member_has_one_state
    check (read_count = accepted_count + unchanged_count + held_count + rejected_count + waiting_count or not taken),
  constraint not_taken_has_a_reason check (taken or reason is not null)
);
comment on table intake.submission_member is 'A file inside a bundle (or the one file of a plain submission) with its counts.';
comment on column intake.submission_member.submission_id is 'The submission.';
comment on column intake.submission_member.member is 'Name of the member.';
comment on column intake.submission_member.ordinal is 'Order in which members are applied.';
comment on column intake.submission_member.taken is 'False where the hub has no place for it.';
comment on column intake.submission_member.reason is 'Why it is not taken.';
comment on column intake.submission_member.read_count is 'Records read (of a member not taken: records it holds).';
comment on column intake.submission_member.accepted_count is 'As in submission.';
comment on column intake.submission_member.unchanged_count is 'As in submission.';
comment on column intake.submission_member.held_count is 'As in submission.';
comment on column intake.submission_member.rejected_count is 'As in submission.';
comment on column intake.submission_member.waiting_count is 'As in submission.';

create table intake.source_record_state (
  submission_id bigint not null, member text not null, record_number bigint not null,
  line bigint not null, row_number bigint not null, record_key text,
  state text not null check (state in ('accepted', 'unchanged', 'held', 'rejected', 'waiting')),
  cells text[],
  ruled_by text, ruled_at timestamptz, ruling_reason text,
  primary key (submission_id, member, record_number),
  foreign key (submission_id, member) references intake.submission_member
);
create index source_record_open on intake.source_record_state (state, submission_id) where state in ('held', 'waiting');
comment on table intake.source_record_state is 'What became of every source record.';
comment on column intake.source_record_state.submission_id is 'The submission.';
comment on column intake.source_record_state.member is 'The member.';
comment on column intake.source_record_state.record_number is 'Number of the record in the member, from 1.';
comment on column intake.source_record_state.line is 'Line of the file on which the record starts, from 1.';
comment on column intake.source_record_state.row_number is 'Row as a spreadsheet shows it.';
comment on column intake.source_record_state.record_key is 'The sender''s key of the record, where it could be read.';
comment on column intake.source_record_state.state is 'accepted, unchanged, held, rejected or waiting.';
comment on column intake.source_record_state.cells is 'Cells of a held, waiting or rejected record in the order of the header, so that it can be evaluated again.';
comment on column intake.source_record_state.ruled_by is 'Who released or rejected a held record.';
comment on column intake.source_record_state.ruled_at is 'When.';
comment on column intake.source_record_state.ruling_reason is 'Why.';

create table intake.member_header (
  submission_id bigint not null, member text not null, header text[] not null,
  primary key (submission_id, member),
  foreign key (submission_id, member) references intake.submission_member
);
comment on table intake.member_header is 'Header of a member that has held or waiting records, to read their cells by.';
comment on column intake.member_header.submission_id is 'The submission.';
comment on column intake.member_header.member is 'The member.';
comment on column intake.member_header.header is 'Column names in the order of the file.';

create table intake.waiting_for (
  submission_id bigint not null, member text not null, record_number bigint not null,
  sender text not null references intake.sender, entity text not null, key text not null,
  primary key (submission_id, member, record_number, entity, key),
  foreign key (submission_id, member, record_number) references intake.source_record_state on delete cascade
);
create index waiting_for_parent on intake.waiting_for (sender, entity, key);
comment on table intake.waiting_for is 'The parents that a waiting record needs.';
comment on column intake.waiting_for.submission_id is 'The submission.';
comment on column intake.waiting_for.member is 'The member.';
comment on column intake.waiting_for.record_number is 'The record.';
comment on column intake.waiting_for.sender is 'Sender in whose keys the parent is named.';
comment on column intake.waiting_for.entity is 'Canonical table of the parent.';
comment on column intake.waiting_for.key is 'The sender''s key of the parent.';

create table intake.problem (
  problem_id bigint generated always as identity primary key,
  submission_id bigint not null references intake.submission,
  member text, record_number bigint, line bigint, row_number bigint, column_name text,
  code text not null, level text not null check (level in ('note', 'warn', 'hold_row', 'hold_file', 'reject')),
  fact text not null, told text, guidance text not null
);
create index problem_submission on intake.problem (submission_id, member, record_number);
comment on table intake.problem is 'What was wrong, where, and what to do.';
comment on column intake.problem.problem_id is 'Key of the problem.';
comment on column intake.problem.submission_id is 'The submission.';
comment on column intake.problem.member is 'The member; empty for the whole file.';
comment on column intake.problem.record_number is 'The record; empty for the whole member.';
comment on column intake.problem.line is 'Line of the file.';
comment on column intake.problem.row_number is 'Row as a spreadsheet shows it.';
comment on column intake.problem.column_name is 'Column as the sender names it.';
comment on column intake.problem.code is 'Code of the problem, or id of the mapping''s check.';
comment on column intake.problem.level is 'note, warn, hold_row, hold_file or reject.';
comment on column intake.problem.fact is 'What is wrong, without any cell value.';
comment on column intake.problem.told is 'The same with the cell values, for the sender''s own receipt only.';
comment on column intake.problem.guidance is 'What to do.';

create table intake.receipt (
  submission_id bigint primary key references intake.submission,
  document jsonb not null, issued_at timestamptz not null, delivered_at timestamptz
);
comment on table intake.receipt is 'What the sender was told about a submission.';
comment on column intake.receipt.submission_id is 'The submission.';
comment on column intake.receipt.document is 'The receipt as JSON, without cell values.';
comment on column intake.receipt.issued_at is 'When it was made.';
comment on column intake.receipt.delivered_at is 'When it reached the sender''s account.';

-- P1 by the database: a submission's counts are the counts of its records' states, checked when the transaction ends.
create function intake.counts_match_states() returns trigger language plpgsql as $$
declare
  stated bigint[];
  found bigint[];
begin
  select array[accepted_count, unchanged_count, held_count, rejected_count, waiting_count]
    into stated from intake.submission where submission_id = new.submission_id;
  select array[count(*) filter (where state = 'accepted'), count(*) filter (where state = 'unchanged'),
               count(*) filter (where state = 'held'), count(*) filter (where state = 'rejected'),
               count(*) filter (where state = 'waiting')]
    into found from intake.source_record_state where submission_id = new.submission_id;
  if stated <> found then
    raise exception 'submission % states counts % but its records have %', new.submission_id, stated, found
      using errcode = 'check_violation';
  end if;
  select array[sum(accepted_count), sum(unchanged_count), sum(held_count), sum(rejected_count), sum(waiting_count)]
    into found from intake.submission_member where submission_id = new.submission_id and taken;
  if exists (select 1 from intake.submission_member where submission_id = new.submission_id and taken) and stated <> found then
    raise exception 'submission % states counts % but its members have %', new.submission_id, stated, found
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
comment on function intake.counts_match_states() is 'Refuses to commit a submission whose counts differ from its records'' states.';
create constraint trigger counts_match_states after insert or update on intake.submission
  deferrable initially deferred for each row execute function intake.counts_match_states();

create trigger original_is_immutable before update or delete on intake.original
  for each row execute function audit.refuse_change();
create trigger mapping_version_is_immutable before update or delete on intake.mapping_version
  for each row execute function audit.refuse_change();
