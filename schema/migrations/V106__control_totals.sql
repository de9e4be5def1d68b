-- What a sender states about a file as a whole, and what the file holds.
create table intake.control_total (
  submission_id bigint not null references intake.submission,
  ordinal integer not null,
  name text not null,
  stated text,
  found text,
  agrees boolean,
  primary key (submission_id, ordinal)
);
comment on table intake.control_total is 'What a sender states about a file as a whole, and what the file holds.';
comment on column intake.control_total.submission_id is 'The submission.';
comment on column intake.control_total.ordinal is 'Order on the receipt.';
comment on column intake.control_total.name is 'What is stated, such as rows or clients.';
comment on column intake.control_total.stated is 'As the sender states it; empty where nothing is stated, and for a sum over few records.';
comment on column intake.control_total.found is 'As the file has it; empty for a sum over few records.';
comment on column intake.control_total.agrees is 'Whether both agree; empty where nothing is stated.';
grant select, insert, update, delete on intake.control_total to ${role_prefix}hub;
