create table audit.entry (
  entry_id bigint generated always as identity primary key, at timestamptz not null, actor text not null default session_user,
  action text not null, object text not null, detail jsonb not null default '{}', previous_hash text not null, hash text not null
);
comment on table audit.entry is 'Append-only ledger of administrative acts and of looks at personal records, chained by hashes.';
comment on column audit.entry.entry_id is 'Key of the entry.';
comment on column audit.entry.at is 'When.';
comment on column audit.entry.actor is 'Database login.';
comment on column audit.entry.action is 'What was done, such as partner.apply or held.release.';
comment on column audit.entry.object is 'To what; no personal value.';
comment on column audit.entry.detail is 'Particulars; no personal value.';
comment on column audit.entry.previous_hash is 'Hash of the entry before it.';
comment on column audit.entry.hash is 'SHA-256 over the previous hash and this entry.';

create function audit.entry_hash(previous text, at timestamptz, actor text, action text, object text, detail jsonb) returns text
language sql stable as $$
  select encode(sha256(convert_to(
    concat_ws(E'\x1f', previous, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, action, object, detail::text), 'UTF8')), 'hex')
$$;
comment on function audit.entry_hash(text, timestamptz, text, text, text, jsonb) is 'Hash of an audit entry, so that anybody can verify the chain.';

create function audit.chain() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7305, 1);
  new.actor := session_user;
  new.previous_hash := coalesce((select hash from audit.entry order by entry_id desc limit 1), repeat('0', 64));
  new.hash := audit.entry_hash(new.previous_hash, new.at, new.actor, new.action, new.object, new.detail);
  return new;
end $$;
comment on function audit.chain() is 'Trigger: fills in actor and hashes of a new audit entry, one at a time.';
create trigger chain before insert on audit.entry for each row execute function audit.chain();
create trigger entry_is_append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger entry_is_not_truncated before truncate on audit.entry execute function audit.refuse_change();
