-- What is said to be kept for good is kept whoever asks, not only by want of a grant.
create trigger original_is_append_only before update or delete on intake.original
  for each row execute function audit.refuse_change();
create trigger original_is_not_truncated before truncate on intake.original execute function audit.refuse_change();
create trigger mapping_version_is_append_only before update or delete on intake.mapping_version
  for each row execute function audit.refuse_change();
create trigger mapping_version_is_not_truncated before truncate on intake.mapping_version execute function audit.refuse_change();
create trigger outcome_row_is_not_truncated before truncate on release.outcome_row execute function audit.refuse_change();

-- An outcome file changes once: when it is delivered. Its bytes, hash and manifest are what the provider was sent.
create function release.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if old.delivered_at is null and to_jsonb(new) - 'delivered_at' = to_jsonb(old) - 'delivered_at' then
    return new;
  end if;
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function release.refuse_rewriting() is 'Trigger: an outcome file may be marked as delivered once, and changes in nothing else.';
create trigger outcome_file_is_written_once before update on release.outcome_file
  for each row execute function release.refuse_rewriting();
create trigger outcome_file_is_kept before delete on release.outcome_file
  for each row execute function audit.refuse_change();
create trigger outcome_file_is_not_truncated before truncate on release.outcome_file execute function audit.refuse_change();
revoke delete on release.outcome_file from ${role_prefix}hub;

-- Every login of the server may make objects in schema public of a database that was made before PostgreSQL 15, and temporary
-- tables in any. Where the owner of the schema may say so, only the hub may.
do $$
begin
  if (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'public') then
    revoke create on schema public from public;
  end if;
  if (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) then
    execute format('grant temporary on database %I to ${role_prefix}hub', current_database());
    execute format('revoke temporary on database %I from public', current_database());
  end if;
end $$;
