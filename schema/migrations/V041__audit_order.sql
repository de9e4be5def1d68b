-- The identity of an entry is drawn before its turn in the chain: of two writers at once, the one who drew first may be chained
-- last. Drawing again inside the lock makes the order of the entries the order of the chain.
create or replace function audit.chain() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7305, 1);
  new.entry_id := nextval(pg_get_serial_sequence('audit.entry', 'entry_id'));
  new.actor := session_user;
  new.previous_hash := coalesce((select hash from audit.entry order by entry_id desc limit 1), repeat('0', 64));
  new.hash := audit.entry_hash(new.previous_hash, new.at, new.actor, new.action, new.object, new.detail);
  return new;
end $$;
