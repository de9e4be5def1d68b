-- Accounts at the hub's own SFTP server.
alter table intake.account drop constraint account_transport_check;
alter table intake.account add constraint account_transport_check check (transport in ('sftp', 'folder', 'drop'));
alter table intake.account add column public_keys text[];
alter table intake.account add column quota bigint check (quota > 0);
alter table intake.account add constraint account_drop_check
  check ((transport = 'drop') = (public_keys is not null) and (transport = 'drop') = (quota is not null));
comment on column intake.account.transport is 'sftp (their server), folder (a directory of this machine) or drop (a home at the hub''s own SFTP server).';
comment on column intake.account.public_keys is 'Public keys that open the partner''s home at the hub''s own SFTP server; empty for other accounts.';
comment on column intake.account.quota is 'Most bytes that may wait in what the partner writes at the hub''s own SFTP server; empty for other accounts.';
