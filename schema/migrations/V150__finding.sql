-- Whatever is looked for is found by an index. What the hub writes for every row keeps the indexes that it had: these are of few rows
-- only, files, rows in trouble, and beliefs that ended.
create index submission_file_name on intake.submission (file_name text_pattern_ops);
create index submission_sha256 on intake.submission (sha256 text_pattern_ops);
create index submission_sealed_sha256 on intake.submission (sealed_sha256 text_pattern_ops) where sealed_sha256 is not null;
create index source_record_in_trouble on intake.source_record_state (record_key) where state in ('held', 'waiting', 'rejected');

do $$
declare
  t record;
begin
  for t in select table_schema, table_name from intake.belief_column where column_name = 'recorded_to' loop
    execute format('create index %I on %I.%I (sender, key) where recorded_to is not null',
                   t.table_name || '_ended', t.table_schema, t.table_name);
  end loop;
end $$;
