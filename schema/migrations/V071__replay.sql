-- A replay reads kept originals again. It is one transaction, so that nobody ever sees a half of it; these tables say what was
-- asked, how far it is, and what it changed.
create table intake.replay (
  replay_id bigint generated always as identity primary key,
  feed_id bigint not null references intake.feed,
  sender text not null references intake.sender,
  from_day date, to_day date,
  only_submission bigint references intake.submission,
  mapping_version_id bigint references intake.mapping_version,
  confirmed bigint,
  asked_by text not null default session_user,
  started_at timestamptz not null,
  status text not null default 'running' check (status in ('running', 'stopped', 'unconfirmed', 'done')),
  total integer not null default 0, decided integer not null default 0,
  stop_asked boolean not null default false,
  changes bigint, finished_at timestamptz
);
comment on table intake.replay is 'A run that reads kept originals of a feed again.';
comment on column intake.replay.replay_id is 'Key; what file replay --resume takes.';
comment on column intake.replay.feed_id is 'The feed whose submissions are read under another version.';
comment on column intake.replay.sender is 'Its sender, all of whose later submissions are decided anew with it.';
comment on column intake.replay.from_day is 'First day: submissions whose period starts before it keep their version.';
comment on column intake.replay.to_day is 'Last day on which a period may start.';
comment on column intake.replay.only_submission is 'The one submission that is meant, where only one is.';
comment on column intake.replay.mapping_version_id is 'Version named by whoever asked; empty where each is read under the version of its period.';
comment on column intake.replay.confirmed is 'Number of changes that a person has said yes to.';
comment on column intake.replay.asked_by is 'Database login that asked for it.';
comment on column intake.replay.started_at is 'When it was asked for.';
comment on column intake.replay.status is 'running, stopped, unconfirmed or done.';
comment on column intake.replay.total is 'Submissions to be decided anew.';
comment on column intake.replay.decided is 'How many of them the latest attempt has decided.';
comment on column intake.replay.stop_asked is 'True where somebody asked it to stop.';
comment on column intake.replay.changes is 'What it changed, or would have changed.';
comment on column intake.replay.finished_at is 'When it was done.';

create table intake.replay_submission (
  replay_id bigint not null references intake.replay,
  submission_id bigint not null references intake.submission,
  asked boolean not null,
  version_before bigint references intake.mapping_version, version_after bigint references intake.mapping_version,
  status_before text not null, status_after text not null,
  changed bigint not null, begun bigint not null, lost bigint not null,
  newly_held bigint not null, newly_accepted bigint not null,
  primary key (replay_id, submission_id)
);
comment on table intake.replay_submission is 'What a finished replay did to a submission: one row for each that was asked for or changed.';
comment on column intake.replay_submission.replay_id is 'The replay.';
comment on column intake.replay_submission.submission_id is 'The submission.';
comment on column intake.replay_submission.asked is 'False for a submission that only came after one that was asked for.';
comment on column intake.replay_submission.version_before is 'Mapping version that had read it.';
comment on column intake.replay_submission.version_after is 'Mapping version that reads it now.';
comment on column intake.replay_submission.status_before is 'Its status before.';
comment on column intake.replay_submission.status_after is 'Its status now.';
comment on column intake.replay_submission.changed is 'Canonical records that say something else now.';
comment on column intake.replay_submission.begun is 'Canonical records that were not there.';
comment on column intake.replay_submission.lost is 'Canonical records that are there no more.';
comment on column intake.replay_submission.newly_held is 'Rows that are held or rejected now and were not.';
comment on column intake.replay_submission.newly_accepted is 'Rows that are taken now and were not.';

grant select, insert, update on intake.replay to ${role_prefix}hub;
grant select, insert on intake.replay_submission to ${role_prefix}hub;
create trigger replay_submission_is_append_only before update or delete on intake.replay_submission
  for each row execute function audit.refuse_change();
create trigger replay_submission_is_not_truncated before truncate on intake.replay_submission
  execute function audit.refuse_change();
