-- What a feed told is found by its sender, whose beliefs of one kind are its feed's nearly always. An index of a million equal feed
-- numbers took a tenth of the time of a load and told nothing else.
do $$
declare
  t record;
begin
  for t in select indexrelid::regclass as name from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = 'canonical'::regnamespace and c.relname like '%\_feed' and not i.indisunique loop
    execute format('drop index %s', t.name);
  end loop;
end $$;
