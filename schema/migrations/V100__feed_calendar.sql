-- The feed calendar: holidays, answers by a person, and alarms that end by themselves.
alter table intake.feed_expectation drop constraint feed_expectation_every_check;
alter table intake.feed_expectation
  add constraint feed_expectation_every_check check (every in ('day', 'weekday', 'week', 'month', 'quarter')),
  add column calendar text, add column on_holiday text check (on_holiday in ('next_day', 'next_weekday', 'skip')),
  add column holidays text[], add column since timestamptz,
  add constraint holidays_whole check ((calendar is null) = (on_holiday is null) and (calendar is null) = (holidays is null));
comment on column intake.feed_expectation.every is 'day, weekday (Monday to Friday), week, month or quarter.';
comment on column intake.feed_expectation.due_on is 'Day of the week (MON), of the month, or of the first month of a quarter (10); empty for a daily feed.';
comment on column intake.feed_expectation.calendar is 'Name of the calendar of holidays; empty where none counts.';
comment on column intake.feed_expectation.on_holiday is 'Where a due time on a holiday goes: next_day, next_weekday, or skip (nothing is expected).';
comment on column intake.feed_expectation.holidays is 'The holidays as they were applied, each with its name and its rule.';
comment on column intake.feed_expectation.since is 'Since when this is expected: when it was first applied so, or the feed was started again.';

create table intake.feed_nothing (
  feed_nothing_id bigint generated always as identity primary key,
  feed_id bigint not null references intake.feed,
  period_from date not null, period_to date not null check (period_to >= period_from),
  reason text not null, stated_at timestamptz not null, stated_by text not null default session_user,
  withdrawn_at timestamptz
);
create index feed_nothing_feed on intake.feed_nothing (feed_id, stated_at);
comment on table intake.feed_nothing is 'Statements by a person that a feed has nothing to report; each is an answer, and a real file still counts.';
comment on column intake.feed_nothing.feed_nothing_id is 'Key of the statement.';
comment on column intake.feed_nothing.feed_id is 'The feed.';
comment on column intake.feed_nothing.period_from is 'First day for which there is nothing to report.';
comment on column intake.feed_nothing.period_to is 'Last day for which there is nothing to report.';
comment on column intake.feed_nothing.reason is 'Why; no personal value.';
comment on column intake.feed_nothing.stated_at is 'When it was stated.';
comment on column intake.feed_nothing.stated_by is 'Database login that stated it.';
comment on column intake.feed_nothing.withdrawn_at is 'When it was taken back; empty where it holds.';
grant select, insert on intake.feed_nothing to ${role_prefix}hub;
grant update (withdrawn_at) on intake.feed_nothing to ${role_prefix}hub;

create table intake.feed_alarm (
  feed_alarm_id bigint generated always as identity primary key,
  feed_id bigint not null references intake.feed,
  kind text not null check (kind in ('missing', 'shrunken', 'swollen', 'stale')),
  occasion text not null, raised_at timestamptz not null, owner text not null, fact text not null, guidance text not null,
  ended_at timestamptz,
  unique (feed_id, kind, occasion)
);
comment on table intake.feed_alarm is 'What is wrong with a feed''s rhythm or size, from when to when; each is told once and ends by itself.';
comment on column intake.feed_alarm.feed_alarm_id is 'Key of the alarm.';
comment on column intake.feed_alarm.feed_id is 'The feed.';
comment on column intake.feed_alarm.kind is 'missing, shrunken, swollen or stale.';
comment on column intake.feed_alarm.occasion is 'The instant at which the missing file was due, the number of the submission, or the last day of the newest period.';
comment on column intake.feed_alarm.raised_at is 'When it was told.';
comment on column intake.feed_alarm.owner is 'Role of the contact that looks after it.';
comment on column intake.feed_alarm.fact is 'What is wrong; no personal value.';
comment on column intake.feed_alarm.guidance is 'What to do about it.';
comment on column intake.feed_alarm.ended_at is 'When it was seen to be over; empty while it goes on.';
create index feed_alarm_open on intake.feed_alarm (feed_id) where ended_at is null;
grant select, insert on intake.feed_alarm to ${role_prefix}hub;
grant update (ended_at) on intake.feed_alarm to ${role_prefix}hub;

alter table intake.contact drop constraint contact_notices_check;
alter table intake.contact add constraint contact_notices_check
  check (notices <@ array['receipt', 'outcome', 'late', 'missing', 'escalation']);
comment on column intake.contact.notices is 'What they are told by e-mail: receipt, outcome, late, missing, escalation.';
alter table intake.notice drop constraint notice_kind_check;
alter table intake.notice add constraint notice_kind_check
  check (kind in ('receipt', 'outcome', 'late', 'missing', 'escalation'));
comment on column intake.notice.kind is 'What it tells: receipt (one is ready), outcome (a file is ready), late (a file that is due has not come), missing (nor within its grace) or escalation (nor a day after that).';
comment on column intake.notice.occasion is 'Edition of the receipt, or the instant at which the late file was due; empty for an outcome file.';

alter table intake.feed add column sized_submission bigint not null default 0;
comment on column intake.feed.sized_submission is 'Latest submission whose size was held against the ones before; 0 before the first.';
