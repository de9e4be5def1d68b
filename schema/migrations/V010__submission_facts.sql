alter table intake.submission add column facts jsonb not null default '{}';
comment on column intake.submission.facts is 'What was known about the file as a whole when it was mapped, so that a record of it can be mapped again.';
alter table intake.submission add column done_file text;
comment on column intake.submission.done_file is 'Text of the done-file that came with it: rows and SHA-256 as the sender counted them.';
