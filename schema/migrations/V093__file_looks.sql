-- How every loaded file of a feed looked, so that a file is held against the one before it, also when it is decided again.
-- What was kept before says too little, so that the next file counts as a feed's first.
delete from intake.feed_header;
alter table intake.feed_header drop constraint feed_header_pkey;
alter table intake.feed_header add primary key (feed_id, member, submission_id);
alter table intake.feed_header
  add column filled bigint[] not null,
  add column types text[] not null,
  add column formats text[] not null,
  add column shapes text[] not null,
  add column codes text[] not null;
comment on table intake.feed_header is 'How the files of a feed looked that were loaded, to tell when the next one looks otherwise. Holds no value but codes.';
comment on column intake.feed_header.filled is 'By column: records in which it is filled; empty where the format is no table.';
comment on column intake.feed_header.types is 'By column: the type that its values seem to have.';
comment on column intake.feed_header.formats is 'By column: how its days are written, separated by |.';
comment on column intake.feed_header.shapes is 'By column: the shape that most of its values have, such as 99/99/9999.';
comment on column intake.feed_header.codes is 'By column: short codes, each in several records, that its code list does not know, separated by blanks.';

alter table intake.feed_event add column proposal text;
comment on column intake.feed_event.proposal is 'The change of the mapping that would follow: lines of YAML, and where they belong.';
