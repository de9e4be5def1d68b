-- The one door through which anything is removed at the end of its retention. It refuses what is held or not due, and writes the
-- proof in the transaction that removes.

-- What was purged has no records' states any more: its counts stay as they were, and its members still add up to them.
create or replace function intake.counts_match_states() returns trigger language plpgsql as $$
declare
  stated bigint[];
  found bigint[];
begin
  select array[accepted_count, unchanged_count, held_count, rejected_count, waiting_count]
    into stated from intake.submission where submission_id = new.submission_id;
  if not exists (select 1 from audit.deletion d where d.submission_id = new.submission_id and d.part = 'records') then
    select array[count(*) filter (where state = 'accepted'), count(*) filter (where state = 'unchanged'),
                 count(*) filter (where state = 'held'), count(*) filter (where state = 'rejected'),
                 count(*) filter (where state = 'waiting')]
      into found from intake.source_record_state where submission_id = new.submission_id;
    if stated <> found then
      raise exception 'submission % states counts % but its records have %', new.submission_id, stated, found
        using errcode = 'check_violation';
    end if;
  end if;
  select array[sum(accepted_count), sum(unchanged_count), sum(held_count), sum(rejected_count), sum(waiting_count)]
    into found from intake.submission_member where submission_id = new.submission_id and taken;
  if exists (select 1 from intake.submission_member where submission_id = new.submission_id and taken) and stated <> found then
    raise exception 'submission % states counts % but its members have %', new.submission_id, stated, found
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- Asked often: the catalogue itself answers much faster than information_schema.
create view intake.belief_column as
  select n.nspname::text as table_schema, c.relname::text as table_name, a.attname::text as column_name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_attribute a on a.attrelid = c.oid
   where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     and (n.nspname = 'canonical' or (n.nspname, c.relname) = ('release', 'consent'));
comment on view intake.belief_column is 'Columns of the tables that hold beliefs.';
comment on column intake.belief_column.table_schema is 'Schema of the table.';
comment on column intake.belief_column.table_name is 'The table.';
comment on column intake.belief_column.column_name is 'The column.';
grant select on intake.belief_column to ${role_prefix}hub;

create function intake.tells_of(p_submission bigint, p_sender text, p_client text) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  t record;
  found boolean;
  known text[];
  keys text[] := array[p_client];
begin
  for t in select c.table_schema, c.table_name, case c.table_name when 'client_record' then 'key' else 'client_key' end as col
             from intake.belief_column c
            where (c.column_name = 'client_key' and c.table_schema = 'canonical')
               or (c.table_schema, c.table_name, c.column_name) in (('canonical', 'client_record', 'key'), ('release', 'consent', 'client_key')) loop
    execute format('select coalesce(bool_or(submission_id = $3), false), coalesce(array_agg(distinct key), ''{}'')
                      from %I.%I where sender = $1 and %I = $2', t.table_schema, t.table_name, t.col)
      into found, known using p_sender, p_client, p_submission;
    if found then
      return true;
    end if;
    keys := keys || known;
  end loop;
  return exists (select 1 from intake.source_record_state r
                  where r.submission_id = p_submission
                    and (r.record_key = any(keys) or starts_with(r.record_key, p_client || '|') or p_client = any(r.cells)));
end $$;
comment on function intake.tells_of(bigint, text, text) is 'Whether a submission tells of a client of its sender.';

create function intake.holds_on(p_submission bigint) returns bigint[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(h.hold_id order by h.hold_id), '{}')
    from intake.submission s join intake.legal_hold h on h.sender = s.sender
   where s.submission_id = p_submission and h.lifted_at is null
     and (h.feed_id is null or h.feed_id = s.feed_id)
     and (h.submission_id is null or h.submission_id = s.submission_id)
     and (h.client_key is null or intake.tells_of(s.submission_id, s.sender, h.client_key))
$$;
comment on function intake.holds_on(bigint) is 'Legal holds that keep a submission.';

create function intake.retention_due(p_on date)
returns table (part text, submission_id bigint, sender text, feed text, file_name text, due_on date, retained text, reason text,
               setup_sha256 text, stays text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with due as materialized (
    select p.part, s.submission_id, s.sender, f.name as feed, s.file_name, s.sha256, p.kept, r.reason, r.setup_sha256,
           case when g.submission_id is not null then (s.received_at at time zone 'UTC')::date
                else (greatest((s.received_at at time zone 'UTC')::date, s.period_to) + p.kept::interval)::date end as due_on,
           intake.holds_on(s.submission_id) as holds
      from intake.submission s join intake.feed f on f.feed_id = s.feed_id join intake.retention r on r.sender = s.sender
           cross join lateral (values ('originals', r.originals), ('records', r.records)) p(part, kept)
           left join audit.deletion g on g.submission_id = s.duplicate_of and g.part = p.part
     where s.status <> 'received'
       and not exists (select 1 from audit.deletion x where x.submission_id = s.submission_id and x.part = p.part)
       and case when g.submission_id is not null then (s.received_at at time zone 'UTC')::date
                else (greatest((s.received_at at time zone 'UTC')::date, s.period_to) + p.kept::interval)::date end <= p_on)
  select d.part, d.submission_id, d.sender, d.feed, d.file_name, d.due_on, d.kept, d.reason, d.setup_sha256,
         case when cardinality(d.holds) > 0 then 'legal hold ' || array_to_string(d.holds, ', ')
              when d.part = 'originals' then
                (select 'same bytes as submission ' || min(o.submission_id)
                   from intake.submission o
                  where o.sha256 = d.sha256 and o.submission_id <> d.submission_id
                    and not exists (select 1 from audit.deletion x where x.submission_id = o.submission_id and x.part = 'originals')
                    and not exists (select 1 from due e where e.submission_id = o.submission_id and e.part = 'originals'
                                                          and cardinality(e.holds) = 0)
                 having count(*) > 0) end
    from due d order by d.submission_id, d.part
$$;
comment on function intake.retention_due(date) is 'What is no longer to be kept on a day, and why some of it stays all the same.';

create function intake.purge_originals(p_submission bigint) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  cells bigint;
  told bigint;
begin
  update intake.source_record_state r set cells = null
   where r.submission_id = p_submission and r.state = 'rejected' and r.cells is not null;
  get diagnostics cells = row_count;
  update intake.problem p set told = null where p.submission_id = p_submission and p.told is not null;
  get diagnostics told = row_count;
  return jsonb_build_object('original', 1, 'cells of rejected rows', cells, 'told values', told);
end $$;
comment on function intake.purge_originals(bigint) is 'Forgets in the database what quotes an original. The bytes are removed by whoever keeps them.';

-- What refers to records of these kinds, from the names of the columns that do.
create function intake.still_referred(p_table text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(format('exists (select 1 from %I.%I c where c.sender = b.sender and c.%I = b.key and c.recorded_to is null%s)',
                                    c.table_schema, c.table_name, c.column_name,
                                    case when c.table_name = 'consent' then ' and c.submission_id is not null' else '' end), ' or '), 'false')
    from intake.belief_column c join intake.belief_column k
         on (k.table_schema, k.table_name, k.column_name) = (c.table_schema, c.table_name, 'recorded_to')
   where (c.table_schema = 'canonical' or (c.table_schema, c.table_name) = ('release', 'consent'))
     and c.column_name = case p_table when 'client_record' then 'client_key' when 'enrollment' then 'enrollment_key'
                                      when 'program' then 'program_key' when 'organization' then 'organization_key' end
$$;
comment on function intake.still_referred(text) is 'Condition under which a current record b of a kind is still referred to.';

create function intake.forget_client(p_sender text, p_keys text[], p_at timestamptz) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  clients bigint[];
  pairs bigint[];
  links bigint;
  this_run bigint;
begin
  pairs := array(select comparison_id from linkage.comparison
                  where (sender_a = p_sender and client_key_a = any(p_keys)) or (sender_b = p_sender and client_key_b = any(p_keys)));
  delete from linkage.review_task where comparison_id = any(pairs);
  delete from linkage.comparison where comparison_id = any(pairs);
  delete from linkage.ruling
   where (sender_a = p_sender and client_key_a = any(p_keys)) or (sender_b = p_sender and client_key_b = any(p_keys));
  with gone as (delete from linkage.client_link where sender = p_sender and client_key = any(p_keys) returning client_id)
  select array_agg(distinct client_id), count(*) into clients, links from gone;
  if links > 0 then
    insert into linkage.run (model, started_at, finished_at, records, linked, unsearchable) values ('retention', p_at, p_at, 0, 0, 0)
      returning run_id into this_run;
    update linkage.client c set retired_run = this_run
     where c.client_id = any(clients) and c.retired_run is null
       and not exists (select 1 from linkage.client_link l where l.client_id = c.client_id and l.linked_to is null);
  end if;
  delete from measure.event_status where sender = p_sender and client_key = any(p_keys);
  return links;
end $$;
comment on function intake.forget_client(text, text[], timestamptz) is 'Takes clients of whom nothing is believed any more out of linkage; a joint client without members is retired.';

create function intake.forget_events(p_sender text, p_keys text[]) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  delete from measure.event_status where sender = p_sender and index_key = any(p_keys);
  delete from measure.event_seen where event_sender = p_sender and event_key = any(p_keys);
  update measure.event_status set event_sender = null, event_key = null where event_sender = p_sender and event_key = any(p_keys);
$$;
comment on function intake.forget_events(text, text[]) is 'Takes records that are gone out of what measures say of single clients; counts stay as they were computed.';

create function intake.purge_records(p audit.deletion) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  t record;
  gone bigint[];
  keys text[];
  n bigint;
  links bigint := 0;
  removed jsonb := '{}';
  told bigint := 0;
  total bigint := 0;
begin
  gone := array(select x.submission_id from audit.deletion x
                 where x.sender = p.sender and x.part = 'records'
                   and (not exists (select 1 from intake.legal_hold h where h.sender = p.sender and h.lifted_at is null)
                        or cardinality(intake.holds_on(x.submission_id)) = 0)) || p.submission_id;
  drop table if exists pg_temp.purge_told, pg_temp.purge_left;
  create temp table purge_told on commit drop as
    with kind as materialized (
      select s.feed_id, m.submission_id, m.member,
             case when count(*) over (partition by m.submission_id) = 1 then '' else regexp_replace(m.member, '[0-9]', '', 'g') end as kind
        from intake.submission_member m join intake.submission s on s.submission_id = m.submission_id
       where s.sender = p.sender),
    later as materialized (
      select s.feed_id, k.kind, r.record_key, max(s.submission_id) as last
        from intake.source_record_state r join intake.submission s on s.submission_id = r.submission_id
        join kind k on k.submission_id = r.submission_id and k.member = r.member
       where s.sender = p.sender and r.state in ('accepted', 'unchanged') and r.record_key is not null
         and s.submission_id <> all(gone)
         and not exists (select 1 from audit.deletion x where x.submission_id = s.submission_id and x.part = 'records')
       group by 1, 2, 3)
    select distinct r.submission_id, r.member, r.line
      from intake.source_record_state r join kind k on k.submission_id = r.submission_id and k.member = r.member
      join later l on l.feed_id = k.feed_id and l.kind = k.kind and l.record_key = r.record_key and l.last > r.submission_id
     where r.submission_id = any(gone);
  create temp table purge_left (submission_id bigint, member text, line bigint) on commit drop;
  for t in select c.table_schema, c.table_name
             from intake.belief_column c
            where c.column_name = 'submission_id'
              and (c.table_schema = 'canonical' or (c.table_schema, c.table_name) = ('release', 'consent'))
            order by case c.table_name when 'organization' then 4 when 'program' then 3 when 'client_record' then 2
                                       when 'enrollment' then 1 else 0 end, c.table_name loop
    execute format(
      'with gone as (
         delete from %1$I.%2$I b where b.sender = $1 and b.submission_id = any($2) and %4$s
            and (b.recorded_to is not null
                 or not exists (select 1 from pg_temp.purge_told x where x.submission_id = b.submission_id and x.member = b.source_member
                                                                     and x.line = b.source_line)
                    and not (%3$s))
         returning b.key)
       select coalesce(array_agg(distinct key), ''{}''), count(*) from gone',
      t.table_schema, t.table_name, intake.still_referred(t.table_name),
      case t.table_name when 'consent' then 'b.consent_id not in (select unnest(d.consents) from release.disclosure d)' else 'true' end)
      into keys, n using p.sender, gone;
    if n > 0 then
      removed := removed || jsonb_build_object(t.table_name, n);
      execute format('select coalesce(array_agg(k), ''{}'') from unnest($2) k
                       where not exists (select 1 from %I.%I b where b.sender = $1 and b.key = k)', t.table_schema, t.table_name)
        into keys using p.sender, keys;
      delete from intake.taken_back where sender = p.sender and entity = t.table_name and key = any(keys);
      delete from intake.taken_along where sender = p.sender and entity = t.table_name and key = any(keys);
      if t.table_name = 'client_record' then
        links := intake.forget_client(p.sender, keys, p.purged_at);
      else
        perform intake.forget_events(p.sender, keys);
      end if;
    end if;
    execute format('insert into pg_temp.purge_left select submission_id, source_member, source_line from %I.%I
                     where sender = $1 and submission_id = any($2)', t.table_schema, t.table_name)
      using p.sender, gone;
  end loop;
  delete from intake.waiting_for where submission_id = p.submission_id;
  delete from intake.taken_back where submission_id = p.submission_id;
  delete from intake.source_record_state r
   where r.submission_id = any(gone)
     and not exists (select 1 from pg_temp.purge_left l where l.submission_id = r.submission_id and l.member = r.member and l.line = r.line);
  get diagnostics n = row_count;
  update intake.source_record_state r set cells = null where r.submission_id = p.submission_id and r.cells is not null;
  update intake.problem x set told = null where x.submission_id = p.submission_id and x.told is not null;
  update intake.submission s set facts = '{}', done_file = null where s.submission_id = p.submission_id;
  select count(*), count(x.line) into total, told
    from pg_temp.purge_left l left join pg_temp.purge_told x using (submission_id, member, line) where l.submission_id = p.submission_id;
  return jsonb_build_object(
    'removed', removed || jsonb_build_object('states of rows', n, 'links', links),
    'stayed', jsonb_strip_nulls(jsonb_build_object('told again', nullif(told, 0), 'still needed', nullif(total - told, 0))));
end $$;
comment on function intake.purge_records(audit.deletion) is 'Removes what the hub believes because of a submission, and what it notes about its rows, save what is still told or referred to.';

create function intake.purge_one(p audit.deletion, p_again boolean) returns audit.deletion
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  done jsonb;
begin
  perform pg_advisory_xact_lock(7305, hashtext(p.sender));
  if p.part = 'originals' then
    done := jsonb_build_object('removed', intake.purge_originals(p.submission_id), 'stayed', '{}'::jsonb);
  else
    perform pg_advisory_xact_lock(7305, 2);
    done := intake.purge_records(p);
  end if;
  if not p_again then
    p.removed := done -> 'removed';
    p.stayed := done -> 'stayed';
  end if;
  insert into audit.deletion select p.*;
  insert into audit.entry (at, action, object, detail)
  values (p.purged_at, case when p_again then 'retention.purge_again' else 'retention.purge' end, 'submission ' || p.submission_id,
          jsonb_build_object('part', p.part, 'retained', p.retained, 'due_on', p.due_on, 'sha256', p.sha256) || done);
  return p;
end $$;
comment on function intake.purge_one(audit.deletion, boolean) is 'Purges a part of a submission and proves it. Nobody calls it but the doors.';

create function intake.purge(p_submission bigint, p_part text, p_on date, p_at timestamptz) returns audit.deletion
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  p audit.deletion;
  why text;
begin
  if p_on > (now() at time zone 'UTC')::date + 1 then
    raise exception 'that day has not come' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7305, hashtext(s.sender)) from intake.submission s where s.submission_id = p_submission;
  select d.stays, s.submission_id, p_part, s.sender, d.feed, s.file_name, s.sha256, s.sealed_sha256, o.size_bytes, s.received_at,
         d.retained, d.due_on, d.reason, d.setup_sha256, '{}'::jsonb, '{}'::jsonb, p_at, session_user
    into why, p.submission_id, p.part, p.sender, p.feed, p.file_name, p.sha256, p.sealed_sha256, p.size_bytes, p.received_at,
         p.retained, p.due_on, p.reason, p.setup_sha256, p.removed, p.stayed, p.purged_at, p.purged_by
    from intake.retention_due(p_on) d join intake.submission s on s.submission_id = d.submission_id
         join intake.original o on o.sha256 = s.sha256
   where d.submission_id = p_submission and d.part = p_part;
  if not found then
    raise exception 'the % of submission % are not due', p_part, p_submission using errcode = 'insufficient_privilege';
  elsif why is not null then
    raise exception 'the % of submission % stay: %', p_part, p_submission, why using errcode = 'insufficient_privilege';
  end if;
  return intake.purge_one(p, false);
end $$;
comment on function intake.purge(bigint, text, date, timestamptz) is 'Door: purges a part of a submission that is due and not held.';

create function intake.would_purge(p_on date, p_at timestamptz) returns setof audit.deletion
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d record;
  p audit.deletion;
  found audit.deletion[] := '{}';
begin
  begin
    for d in select x.*, s.sha256, s.sealed_sha256, o.size_bytes, s.received_at
               from intake.retention_due(p_on) x join intake.submission s on s.submission_id = x.submission_id
               join intake.original o on o.sha256 = s.sha256 where x.stays is null order by x.submission_id, x.part loop
      p := row(d.submission_id, d.part, d.sender, d.feed, d.file_name, d.sha256, d.sealed_sha256, d.size_bytes, d.received_at,
               d.retained, d.due_on, d.reason, d.setup_sha256, '{}', '{}', p_at, session_user);
      found := found || intake.purge_one(p, false);
    end loop;
    raise exception 'tried only' using errcode = 'TL001';
  exception when sqlstate 'TL001' then
    null;
  end;
  return query select * from unnest(found);
end $$;
comment on function intake.would_purge(date, timestamptz) is 'Door: what a purge on a day would remove. It is tried, counted and taken back.';

create function intake.purge_again(p_proof jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  p audit.deletion := jsonb_populate_record(null::audit.deletion, p_proof);
begin
  if exists (select 1 from audit.deletion x where x.submission_id = p.submission_id and x.part = p.part) then
    return 'known';
  elsif p.due_on > (now() at time zone 'UTC')::date + 1 then
    raise exception 'that day has not come' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from intake.submission s
                  where s.submission_id = p.submission_id and s.sha256 = p.sha256 and s.received_at = p.received_at) then
    perform setval('intake.submission_submission_id_seq',
                   greatest(p.submission_id, (select last_value from intake.submission_submission_id_seq)));
    insert into audit.deletion select p.*;
    return 'absent';
  elsif cardinality(intake.holds_on(p.submission_id)) > 0 then
    return 'held';
  end if;
  perform intake.purge_one(p, true);
  return 'purged';
end $$;
comment on function intake.purge_again(jsonb) is 'Door: purges what a proof says was purged, in a database that was restored from before. A legal hold in it counts.';

create function audit.left_over(p_submission bigint, p_part text, out left_over bigint, out stays bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
  closed bigint;
  held_on bigint;
  expected bigint;
begin
  left_over := (select count(*) from intake.problem x where x.submission_id = p_submission and x.told is not null)
             + (select count(*) from intake.source_record_state r where r.submission_id = p_submission and r.cells is not null
                                                                    and (p_part = 'records' or r.state = 'rejected'));
  stays := 0;
  if p_part = 'records' then
    for t in select c.table_schema, c.table_name from intake.belief_column c
              where c.column_name = 'submission_id'
                and (c.table_schema = 'canonical' or (c.table_schema, c.table_name) = ('release', 'consent')) loop
      execute format('select count(*) filter (where b.recorded_to is not null and %s), count(*)
                        from %I.%I b where b.submission_id = $1',
                     case t.table_name when 'consent' then 'b.consent_id not in (select unnest(d.consents) from release.disclosure d)' else 'true' end,
                     t.table_schema, t.table_name)
        into closed, held_on using p_submission;
      left_over := left_over + closed;
      stays := stays + held_on - closed;
    end loop;
    select greatest(coalesce((select c.stays from audit.deletion_check c where c.submission_id = p_submission and c.part = p_part
                               order by c.deletion_check_id desc limit 1), 0),
                    (select coalesce(sum(v.value::bigint), 0) from audit.deletion d, jsonb_each_text(d.stayed) v
                      where d.submission_id = p_submission and d.part = p_part)) into expected;
    left_over := left_over + greatest(0, stays - expected);
  end if;
end $$;
comment on function audit.left_over(bigint, text) is 'Rows of a purged part that should not be there, and records that rightly stay.';

revoke execute on function intake.purge_originals(bigint), intake.forget_client(text, text[], timestamptz),
  intake.forget_events(text, text[]), intake.purge_records(audit.deletion), intake.purge_one(audit.deletion, boolean),
  intake.purge(bigint, text, date, timestamptz), intake.would_purge(date, timestamptz), intake.purge_again(jsonb),
  audit.left_over(bigint, text) from public;
grant execute on function intake.purge(bigint, text, date, timestamptz), intake.would_purge(date, timestamptz),
  intake.purge_again(jsonb), audit.left_over(bigint, text) to ${role_prefix}hub;
