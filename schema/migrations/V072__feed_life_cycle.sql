-- What the reviewed file says of a feed, and what has come over it since: a stop by hand, or a mapping whose source changed.
alter table intake.feed
  add column reviewed_status text check (reviewed_status in ('testing', 'certified', 'live', 'stopped')),
  add column retest boolean not null default false,
  add column stopped_at timestamptz, add column stopped_by text, add column stop_reason text,
  add column testing_since timestamptz,
  add constraint stopped_whole check ((stopped_at is null) = (stopped_by is null) and (stopped_at is null) = (stop_reason is null));
update intake.feed set reviewed_status = status;
alter table intake.feed alter column reviewed_status set not null;
comment on column intake.feed.status is 'testing, certified, live or stopped: what holds now.';
comment on column intake.feed.reviewed_status is 'What the partner file says: testing, certified, live or stopped.';
comment on column intake.feed.retest is 'True where a published change of the mapping''s source has to be tested again.';
comment on column intake.feed.stopped_at is 'When somebody stopped it by hand; empty where nobody did.';
comment on column intake.feed.stopped_by is 'Database login that stopped it.';
comment on column intake.feed.stop_reason is 'Why.';
comment on column intake.feed.testing_since is 'Since when a changed source has to be tested again; empty where none has.';

create function intake.feed_status() returns trigger language plpgsql as $$
begin
  if new.reviewed_status is null or tg_op = 'UPDATE' and new.status is distinct from old.status then
    new.reviewed_status := new.status;
  end if;
  if tg_op = 'UPDATE' and new.stopped_at is distinct from old.stopped_at then
    new.stopped_by := case when new.stopped_at is not null then session_user end;
  end if;
  new.status := case when new.stopped_at is not null then 'stopped'
                     when new.testing_since is not null and new.reviewed_status <> 'stopped' then 'testing'
                     else new.reviewed_status end;
  return new;
end $$;
comment on function intake.feed_status() is 'Trigger: a stop by hand and a reopened test come before what the partner file says.';
create trigger feed_status before insert or update on intake.feed for each row execute function intake.feed_status();

alter table intake.submission add column testing boolean not null default false;
comment on column intake.submission.testing is 'True where the feed was being tested when it came: checked and answered, and nothing of it stored.';

-- The view's columns mean what the table's mean.
do $$
declare c record;
begin
  for c in select column_name, col_description('intake.mapping_publication'::regclass, ordinal_position) as said
             from information_schema.columns where table_schema = 'intake' and table_name = 'mapping_publication' loop
    execute format('comment on column intake.mapping_in_force.%I is %L', c.column_name, c.said);
  end loop;
end $$;
