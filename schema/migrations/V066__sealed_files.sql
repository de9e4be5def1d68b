-- Files that are sealed with OpenPGP.
create table intake.account_openpgp (
  sender text primary key references intake.account on delete cascade,
  decrypt_keys text[] not null, passphrase_file text, verify_keys text[] not null, sign_key text, encrypt_to text[] not null,
  require_signature boolean not null
);
comment on table intake.account_openpgp is 'How files to and from a partner are sealed with OpenPGP: names of key files; no key is stored here.';
comment on column intake.account_openpgp.sender is 'The partner.';
comment on column intake.account_openpgp.decrypt_keys is 'Files with the hub''s private keys that open what arrives.';
comment on column intake.account_openpgp.passphrase_file is 'File with the passphrase of the hub''s private keys.';
comment on column intake.account_openpgp.verify_keys is 'Files with the partner''s public keys that may sign what arrives.';
comment on column intake.account_openpgp.sign_key is 'File with the hub''s private key that signs what leaves.';
comment on column intake.account_openpgp.encrypt_to is 'Files with the partner''s public keys that what leaves is encrypted to.';
comment on column intake.account_openpgp.require_signature is 'True where only files with a good signature are taken.';
grant select on intake.account_openpgp to ${role_prefix}hub;

alter table intake.submission add column sealed_sha256 text check (sealed_sha256 ~ '^[0-9a-f]{64}$');
alter table intake.submission add column signed_by text;
comment on column intake.submission.sealed_sha256 is 'SHA-256 of the encrypted bytes as the partner sent them; empty where the file was not sealed. The original holds the opened bytes.';
comment on column intake.submission.signed_by is 'Fingerprint of the OpenPGP key whose signature was good; empty where there was none.';
