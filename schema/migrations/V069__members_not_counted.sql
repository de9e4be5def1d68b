-- A member that is left aside may be of a kind whose records the hub cannot count.
alter table intake.submission_member alter column read_count drop not null;
alter table intake.submission_member add constraint submission_member_counted check (read_count is not null or not taken);
comment on column intake.submission_member.read_count is 'Records read (of a member not taken: records it holds; empty where the hub cannot tell).';
