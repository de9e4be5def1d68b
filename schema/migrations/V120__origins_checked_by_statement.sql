-- Where a belief comes from and which member a record's state belongs to is checked once for each statement, not once for each
-- row: a load writes a million rows with the same few origins, and four look-ups a row took half of its time.
create function canonical.origins_exist() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct sender, feed_id, submission_id, mapping_version_id from fresh) f
              where not exists (select 1 from intake.sender s where s.sender = f.sender)
                 or f.feed_id is not null and not exists (select 1 from intake.feed p where p.feed_id = f.feed_id)
                 or f.submission_id is not null
                    and not exists (select 1 from intake.submission u where u.submission_id = f.submission_id)
                 or f.mapping_version_id is not null
                    and not exists (select 1 from intake.mapping_version v where v.mapping_version_id = f.mapping_version_id)) then
    raise exception 'a row of %.% comes from a sender, feed, submission or mapping version that is not there',
      tg_table_schema, tg_table_name using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
comment on function canonical.origins_exist() is 'Refuses rows whose sender, feed, submission or mapping version is not there.';

create function canonical.origin_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a row of %.% keeps the sender, submission and mapping version that it came from', tg_table_schema, tg_table_name
    using errcode = 'foreign_key_violation';
end $$;
comment on function canonical.origin_stays() is 'Refuses to change where a belief came from.';

-- The other half of the former foreign keys: what beliefs came from is not deleted while they are there.
create function canonical.origins_are_used() returns trigger language plpgsql as $$
declare
  t record;
  used boolean;
begin
  for t in select table_schema, table_name from information_schema.columns
            where column_name = tg_argv[0]
              and (table_schema = 'canonical' or (table_schema, table_name) = ('intake', 'source_record_state')) loop
    execute format('select exists (select 1 from %I.%I c join gone g using (%I))', t.table_schema, t.table_name, tg_argv[0])
      into used;
    if used then
      raise exception 'rows of %.% come from what would be deleted', t.table_schema, t.table_name
        using errcode = 'foreign_key_violation';
    end if;
  end loop;
  return null;
end $$;
comment on function canonical.origins_are_used() is 'Refuses to delete what rows came from.';

do $$
declare
  t record;
begin
  for t in select c.conrelid::regclass as tab, c.conname from pg_constraint c
            where c.contype = 'f' and c.connamespace = 'canonical'::regnamespace
              and c.confrelid in ('intake.sender'::regclass, 'intake.feed'::regclass, 'intake.submission'::regclass,
                                  'intake.mapping_version'::regclass) loop
    execute format('alter table %s drop constraint %I', t.tab, t.conname);
  end loop;
  for t in select c.table_schema, c.table_name from information_schema.columns c
             join information_schema.tables b using (table_schema, table_name)
            where c.table_schema = 'canonical' and c.column_name = 'mapping_version_id' and b.table_type = 'BASE TABLE' loop
    execute format('create trigger origins_exist after insert on %I.%I referencing new table as fresh
                      for each statement execute function canonical.origins_exist()', t.table_schema, t.table_name);
    execute format('create trigger origin_stays before update of sender, submission_id, mapping_version_id on %I.%I
                      for each row when (old.sender is distinct from new.sender
                        or old.submission_id is distinct from new.submission_id
                        or old.mapping_version_id is distinct from new.mapping_version_id)
                      execute function canonical.origin_stays()', t.table_schema, t.table_name);
  end loop;
end $$;

create trigger sender_is_used after delete on intake.sender referencing old table as gone
  for each statement execute function canonical.origins_are_used('sender');
create trigger submission_is_used after delete on intake.submission referencing old table as gone
  for each statement execute function canonical.origins_are_used('submission_id');
create trigger feed_is_used after delete on intake.feed referencing old table as gone
  for each statement execute function canonical.origins_are_used('feed_id');

create function intake.members_exist() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct submission_id, member from fresh) f
              where not exists (select 1 from intake.submission_member m
                                 where m.submission_id = f.submission_id and m.member = f.member)) then
    raise exception 'a record''s state names a member that its submission has not' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
comment on function intake.members_exist() is 'Refuses states of records of a member that is not there.';

create function intake.member_is_used() returns trigger language plpgsql as $$
begin
  if exists (select 1 from intake.source_record_state s join gone g using (submission_id, member)) then
    raise exception 'records of the member would be left without it' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
comment on function intake.member_is_used() is 'Refuses to delete a member while states of its records are there.';

alter table intake.source_record_state drop constraint source_record_state_submission_id_member_fkey;
create trigger members_exist after insert on intake.source_record_state referencing new table as fresh
  for each statement execute function intake.members_exist();
create trigger member_is_used after delete on intake.submission_member referencing old table as gone
  for each statement execute function intake.member_is_used();
