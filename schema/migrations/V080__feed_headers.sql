-- The header of the file that a feed loaded last, to tell when the next one looks otherwise.
create table intake.feed_header (
  feed_id bigint not null references intake.feed,
  member text not null,
  header text[] not null,
  read_count bigint not null,
  submission_id bigint not null references intake.submission,
  primary key (feed_id, member)
);
comment on table intake.feed_header is 'Header of the file that a feed loaded last, to tell when the next one looks otherwise.';
comment on column intake.feed_header.feed_id is 'The feed.';
comment on column intake.feed_header.member is 'The member, as the mapping names it.';
comment on column intake.feed_header.header is 'Column names in the order of the file.';
comment on column intake.feed_header.read_count is 'Records of the member.';
comment on column intake.feed_header.submission_id is 'The submission that was loaded.';

grant select, insert, update, delete on intake.feed_header to ${role_prefix}hub;
