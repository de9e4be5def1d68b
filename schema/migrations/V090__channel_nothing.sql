-- A channel that was read again and gave nothing new: no submission, but a look that counts as an answer.
create table intake.channel_nothing (
  sender text not null references intake.sender,
  channel text not null,
  feed text not null,
  settings_sha256 text not null,
  sha256 text not null,
  looked_at timestamptz not null,
  primary key (sender, channel)
);
comment on table intake.channel_nothing is 'Channels whose last pull brought no rows. The first such pull is an attested empty submission; those that follow with the same bytes are noted here only.';
comment on column intake.channel_nothing.sender is 'The partner.';
comment on column intake.channel_nothing.channel is 'Name of the channel.';
comment on column intake.channel_nothing.feed is 'Name of the feed that the channel fills.';
comment on column intake.channel_nothing.settings_sha256 is 'SHA-256 of the settings under which it was read; under others, the next empty pull is a submission again.';
comment on column intake.channel_nothing.sha256 is 'SHA-256 of what the empty pull brought: nothing, or a header.';
comment on column intake.channel_nothing.looked_at is 'When it was read last.';

grant select, insert, update, delete on intake.channel_nothing to ${role_prefix}hub;
