-- A file that is kept and decided still stands where it was fetched until it is moved to the archive. Killed in between, the hub
-- fetches it once more: that is the same arrival, not a second one.
alter table intake.submission add column still_there boolean not null default false;
comment on column intake.submission.still_there is 'True from when a file is fetched until a look has moved all its sender''s files to the archive: the same name and bytes are the same arrival till then.';
create index submission_still_there on intake.submission (feed_id) where still_there;
