-- Tokens with which partners upload files by HTTP.
create table intake.upload_token (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'), sender text not null references intake.sender,
  made_at timestamptz not null, revoked_at timestamptz
);
comment on table intake.upload_token is 'Tokens with which partners upload files by HTTP: hashes only.';
comment on column intake.upload_token.sha256 is 'SHA-256 of the token; the token itself is shown once and never stored.';
comment on column intake.upload_token.sender is 'The partner whose token it is.';
comment on column intake.upload_token.made_at is 'When it was made.';
comment on column intake.upload_token.revoked_at is 'When it was taken out of use; empty while it is in use.';
grant select, insert on intake.upload_token to ${role_prefix}hub;
grant update (revoked_at) on intake.upload_token to ${role_prefix}hub;
