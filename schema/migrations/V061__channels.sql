-- Further ways on which a partner's files or messages come in or go out, beside its account.
create table intake.channel (
  sender text not null references intake.sender,
  name text not null check (name ~ '^[a-z][a-z0-9-]{1,60}$'),
  route text not null check (route ~ '^[a-z][a-z0-9-]{1,60}$'),
  feed text,
  parameters jsonb not null check (jsonb_typeof(parameters) = 'object'),
  setup_sha256 text not null,
  primary key (sender, name),
  foreign key (sender, feed) references intake.feed (sender, name)
);
comment on table intake.channel is 'A way beside the account on which a partner''s data comes in or goes out: a route made of a template.';
comment on column intake.channel.sender is 'The partner.';
comment on column intake.channel.name is 'Name within the partner.';
comment on column intake.channel.route is 'Template of the route, as routes/<route>.camel.yaml.';
comment on column intake.channel.feed is 'Feed of the partner that it fills; empty where it delivers, or where a file''s name tells the feed.';
comment on column intake.channel.parameters is 'What the template needs to know, by name. Secrets stand in files; only their paths are here.';
comment on column intake.channel.setup_sha256 is 'SHA-256 of the reviewed partner file that set it up.';

create table intake.channel_mark (
  sender text not null references intake.sender,
  channel text not null,
  settings_sha256 text not null,
  mark text not null,
  kept_at timestamptz not null,
  primary key (sender, channel)
);
comment on table intake.channel_mark is 'How far a channel was read: what was fetched up to here is kept as a submission.';
comment on column intake.channel_mark.sender is 'The partner.';
comment on column intake.channel_mark.channel is 'Name of the channel.';
comment on column intake.channel_mark.settings_sha256 is 'SHA-256 of the settings under which it was read; under others, the channel is read from the start.';
comment on column intake.channel_mark.mark is 'Greatest value of the watermark, or the instant at which the last whole pull began.';
comment on column intake.channel_mark.kept_at is 'When it was kept.';

grant select, insert, update, delete on intake.channel, intake.channel_mark to ${role_prefix}hub;
