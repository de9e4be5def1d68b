-- A load fills tables faster than the server's own housekeeping looks at them, and until then the planner takes a table of many
-- rows for an empty one: a night of the first snapshot took four times as long as it need. Only an owner may look, so the hub asks
-- here. Where somebody else is looking or cleaning up just now, nobody waits.
create function canonical.look_again(entity text, added bigint) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp set default_statistics_target = 100 as $$
declare
  known real;
begin
  select c.reltuples into known from pg_class c
   where c.relname = entity and c.relnamespace = 'canonical'::regnamespace and c.relkind = 'r';
  if not found or known > 4 * added then
    return false;
  end if;
  execute format('analyze (skip_locked) canonical.%I', entity);
  return true;
end $$;
comment on function canonical.look_again(text, bigint) is
  'Tells the planner what stands in a table of beliefs, where as many rows were added as to matter.';
revoke all on function canonical.look_again(text, bigint) from public;
grant execute on function canonical.look_again(text, bigint) to ${role_prefix}hub;
