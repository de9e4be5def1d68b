alter table intake.submission add column facts jsonb not null default '{}';
comment on column intake.submission.facts is 'What was known about the file as a whole when it was mapped, so that a record of it can be mapped again.';
