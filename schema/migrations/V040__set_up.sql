-- What reviewed partner files say beyond senders, accounts and feeds.
alter table intake.feed add column completes text check (completes in ('homelessness', 'child_welfare'));
comment on column intake.feed.completes is 'Kind of source that a loaded submission of this feed completes to its period''s end; empty where it completes none.';

create table intake.contact (
  sender text not null references intake.sender, role text not null, name text not null, email text not null,
  primary key (sender, role, email)
);
comment on table intake.contact is 'Whom to ask at a partner about its data: desks and staff, with business addresses.';
comment on column intake.contact.sender is 'The partner.';
comment on column intake.contact.role is 'What they answer for, such as data.';
comment on column intake.contact.name is 'Name of the desk or person.';
comment on column intake.contact.email is 'Business address.';

create table intake.sender_program (
  sender text not null references intake.sender, program_key text not null, name text not null, program_type text not null,
  primary key (sender, program_key)
);
comment on table intake.sender_program is 'A partner''s programs as its reviewed file names them; a feed may tell more about each.';
comment on column intake.sender_program.sender is 'The partner.';
comment on column intake.sender_program.program_key is 'The partner''s key of the program.';
comment on column intake.sender_program.name is 'Name.';
comment on column intake.sender_program.program_type is 'Code list hub/program_type.';

grant select, insert, update, delete on intake.contact, intake.sender_program to ${role_prefix}hub;
