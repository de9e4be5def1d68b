-- The hub's role reads and writes rows; ledgers and originals it may only add to.
grant select, insert, update, delete on all tables in schema intake, canonical, linkage, measure, release to ${role_prefix}hub;
grant usage on all sequences in schema intake, canonical, linkage, measure, release, audit to ${role_prefix}hub;
grant select, insert on audit.entry to ${role_prefix}hub;
revoke update, delete on intake.original, intake.mapping_version, release.disclosure, release.outcome_row from ${role_prefix}hub;

-- A provider's role reads its own rows of these tables and nothing else of the database.
create table intake.sender_role (sender text primary key references intake.sender, role_name text not null unique);
comment on table intake.sender_role is 'Which database role belongs to which sender; what the row-level security policies ask.';
comment on column intake.sender_role.sender is 'The sender.';
comment on column intake.sender_role.role_name is 'Its database role.';
grant select, insert, update, delete on intake.sender_role to ${role_prefix}hub;

create function intake.own_sender() returns text language sql stable security invoker as $$
  select sender from intake.sender_role where role_name = current_user
$$;
comment on function intake.own_sender() is 'Sender whose role the session works as; empty for everybody else, so that nothing is shown.';

do $$
declare t record;
begin
  execute 'alter table intake.sender_role enable row level security';
  execute 'alter table intake.sender_role force row level security';
  execute 'create policy hub on intake.sender_role to ${role_prefix}hub using (true) with check (true)';
  execute 'create policy own on intake.sender_role for select to ${role_prefix}provider using (role_name = current_user)';
  execute 'grant select on intake.sender_role to ${role_prefix}provider';
  for t in
    select c.table_schema, c.table_name from information_schema.columns c
      join information_schema.tables b using (table_schema, table_name)
     where c.column_name = 'sender' and b.table_type = 'BASE TABLE'
       and (c.table_schema = 'canonical'
            or (c.table_schema, c.table_name) in (('intake', 'submission'), ('release', 'consent'), ('release', 'outcome_file'),
                                                  ('release', 'outcome_row'), ('release', 'acknowledgement')))
  loop
    execute format('alter table %I.%I enable row level security', t.table_schema, t.table_name);
    execute format('alter table %I.%I force row level security', t.table_schema, t.table_name);
    execute format('create policy hub on %I.%I to ${role_prefix}hub using (true) with check (true)', t.table_schema, t.table_name);
    execute format('create policy own on %I.%I for select to ${role_prefix}provider using (sender = (select intake.own_sender()))',
                   t.table_schema, t.table_name);
    execute format('grant select on %I.%I to ${role_prefix}provider', t.table_schema, t.table_name);
  end loop;
  for t in
    select 'intake' as table_schema, name as table_name
      from unnest(array['submission_member', 'member_header', 'source_record_state', 'problem', 'receipt']) as name
  loop
    execute format('alter table %I.%I enable row level security', t.table_schema, t.table_name);
    execute format('alter table %I.%I force row level security', t.table_schema, t.table_name);
    execute format('create policy hub on %I.%I to ${role_prefix}hub using (true) with check (true)', t.table_schema, t.table_name);
    execute format('create policy own on %I.%I for select to ${role_prefix}provider using (exists (select 1 from intake.submission s where s.submission_id = %I.submission_id))',
                   t.table_schema, t.table_name, t.table_name);
    execute format('grant select on %I.%I to ${role_prefix}provider', t.table_schema, t.table_name);
  end loop;
end $$;
