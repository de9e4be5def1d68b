-- Notices by e-mail to the contacts of partners.
alter table intake.contact add column notices text[] not null default '{}'
  check (notices <@ array['receipt', 'outcome', 'late']);
comment on column intake.contact.notices is 'What they are told by e-mail: receipt, outcome, late.';

create table intake.notice (
  notice_id bigint generated always as identity primary key,
  sender text not null references intake.sender, email text not null,
  kind text not null check (kind in ('receipt', 'outcome', 'late')), subject bigint not null, occasion text not null,
  state text not null default 'open' check (state in ('open', 'sending', 'sent', 'failed')),
  attempts int not null default 0, made_at timestamptz not null, claimed_at timestamptz, sent_at timestamptz,
  check ((state = 'sent') = (sent_at is not null)), check ((attempts = 0) = (claimed_at is null)),
  unique (sender, email, kind, subject, occasion)
);
create index notice_to_send on intake.notice (notice_id) where state <> 'sent';
comment on table intake.notice is 'Notices by e-mail: each is sent once. What is told is put together when it is sent and not kept.';
comment on column intake.notice.notice_id is 'Key of the notice.';
comment on column intake.notice.sender is 'The partner.';
comment on column intake.notice.email is 'Business address of the contact, as it was when the notice was made.';
comment on column intake.notice.kind is 'What it tells: receipt (one is ready), outcome (a file is ready) or late (a file that is due has not come).';
comment on column intake.notice.subject is 'What it is about: number of the submission, key of the outcome file, or key of the feed.';
comment on column intake.notice.occasion is 'Edition of the receipt, or the instant at which the late file was due; empty for an outcome file.';
comment on column intake.notice.state is 'open, sending (claimed by a round), sent, or failed (tried again for a week).';
comment on column intake.notice.attempts is 'How often it was tried.';
comment on column intake.notice.made_at is 'When there was something to tell.';
comment on column intake.notice.claimed_at is 'When it was tried last.';
comment on column intake.notice.sent_at is 'When the mail server took it.';
grant select, insert on intake.notice to ${role_prefix}hub;
grant update (state, attempts, claimed_at, sent_at) on intake.notice to ${role_prefix}hub;
