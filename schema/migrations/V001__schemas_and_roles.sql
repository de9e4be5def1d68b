-- One schema per concern. Roles are cluster-wide, so their names take a prefix: two hubs (or two tests) may share one server.
create schema intake;
comment on schema intake is 'What arrived, from whom, what became of every row of it, and what the sender was told.';
create schema canonical;
comment on schema canonical is 'The joint record: every sender''s clients, programs and services in one vocabulary, with provenance and earlier beliefs.';
create schema linkage;
comment on schema linkage is 'Which client records of different senders are the same person, and why.';
create schema measure;
comment on schema measure is 'Outcome measures: definitions, watermarks, the status of every index event.';
create schema release;
comment on schema release is 'What may leave, under which agreement, rule and consent; what left, to whom, and whether it was acknowledged.';
create schema audit;
comment on schema audit is 'Who changed what: an append-only, hash-chained ledger.';

do $$
declare
  r text;
  may_work_as boolean;
begin
  foreach r in array array['${role_prefix}hub', '${role_prefix}provider'] loop
    if not exists (select 1 from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
    -- Since PostgreSQL 16, whoever makes a role is a member of it without the right to work as it.
    execute format('select pg_has_role(current_user, %L, %L)', r,
                   case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) into may_work_as;
    if not may_work_as then
      execute format('grant %I to current_user', r);
    end if;
  end loop;
end $$;

-- The hub works as this role: rows only, never the structure. Providers read only what a policy shows them.
grant usage on schema intake, canonical, linkage, measure, release, audit to ${role_prefix}hub;
grant usage on schema intake, canonical, release to ${role_prefix}provider;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function audit.refuse_change() is 'Trigger of append-only tables: refuses update, delete and truncate, whoever asks.';
