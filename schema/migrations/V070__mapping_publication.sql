-- A mapping version is a frozen text; whether it counts, from which day, and who said so stands here. Two logins are needed:
-- the database itself takes both from the session, so that no statement of the hub's role can name another.
do $$
declare r text;
begin
  foreach r in array array['${role_prefix}mapping_author', '${role_prefix}mapping_approver'] loop
    if not exists (select 1 from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
  end loop;
end $$;

alter table intake.mapping_version drop column effective, drop column approver;
alter table intake.mapping_version add constraint version_of_one_mapping unique (mapping, mapping_version_id);
create function intake.author_is_the_login() returns trigger language plpgsql as $$
begin
  new.author := session_user;
  return new;
end $$;
comment on function intake.author_is_the_login() is 'Trigger: whoever stores a mapping version is its author, whatever the statement says.';
create trigger author_is_the_login before insert on intake.mapping_version
  for each row execute function intake.author_is_the_login();

create table intake.mapping_publication (
  publication_id bigint generated always as identity primary key,
  mapping text not null,
  mapping_version_id bigint not null,
  effective date not null,
  rollback boolean not null default false,
  withdraws bigint[] not null default '{}',
  reason text not null check (btrim(reason) <> ''),
  proposed_by text not null default session_user,
  proposed_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  approval_reason text,
  foreign key (mapping, mapping_version_id) references intake.mapping_version (mapping, mapping_version_id),
  constraint two_people check (approved_by <> proposed_by),
  constraint approved_whole check ((approved_by is null) = (approved_at is null) and (approval_reason is null or approved_by is not null))
);
create index mapping_publication_of on intake.mapping_publication (mapping, publication_id);
comment on table intake.mapping_publication is 'A mapping version that one person proposed for use, and whether a second person approved it.';
comment on column intake.mapping_publication.publication_id is 'Key; of two publications of a mapping the later one was approved later.';
comment on column intake.mapping_publication.mapping is 'Mapping id.';
comment on column intake.mapping_publication.mapping_version_id is 'The version.';
comment on column intake.mapping_publication.effective is 'First day of a reporting period that it maps.';
comment on column intake.mapping_publication.rollback is 'True where an older version is published again in place of later ones.';
comment on column intake.mapping_publication.withdraws is 'Publications that count no more once this one is approved.';
comment on column intake.mapping_publication.reason is 'Why, as the author says.';
comment on column intake.mapping_publication.proposed_by is 'Database login of the author.';
comment on column intake.mapping_publication.proposed_at is 'When it was proposed.';
comment on column intake.mapping_publication.approved_by is 'Database login of the second person; empty while it waits.';
comment on column intake.mapping_publication.approved_at is 'When it was approved.';
comment on column intake.mapping_publication.approval_reason is 'What the second person says to it.';

create function intake.may_propose_mappings() returns boolean language sql stable as $$
  select pg_has_role(session_user, '${role_prefix}mapping_author', 'member')
$$;
comment on function intake.may_propose_mappings() is 'Whether the login may propose mapping versions.';
create function intake.may_approve_mappings() returns boolean language sql stable as $$
  select pg_has_role(session_user, '${role_prefix}mapping_approver', 'member')
$$;
comment on function intake.may_approve_mappings() is 'Whether the login may approve mapping versions that another login proposed.';

create function intake.propose_publication() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7305, hashtext('mapping ' || new.mapping));
  if not intake.may_propose_mappings() then
    raise exception 'this login may not propose mapping versions' using errcode = 'insufficient_privilege';
  end if;
  new.publication_id := nextval(pg_get_serial_sequence('intake.mapping_publication', 'publication_id'));
  new.proposed_by := session_user;
  new.approved_by := null;
  new.approved_at := null;
  new.approval_reason := null;
  return new;
end $$;
comment on function intake.propose_publication() is 'Trigger: the author of a proposal is the login, and no proposal is born approved.';
create trigger propose_publication before insert on intake.mapping_publication
  for each row execute function intake.propose_publication();

create function intake.approve_publication() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7305, hashtext('mapping ' || old.mapping));
  if old.approved_at is not null or new.approved_at is null
     or to_jsonb(new) - array['approved_by', 'approved_at', 'approval_reason']
        <> to_jsonb(old) - array['approved_by', 'approved_at', 'approval_reason'] then
    raise exception 'a publication changes once, when it is approved' using errcode = 'insufficient_privilege';
  end if;
  if session_user = old.proposed_by then
    raise exception 'a second person has to approve a mapping version' using errcode = 'insufficient_privilege';
  end if;
  if not intake.may_approve_mappings() then
    raise exception 'this login may not approve mapping versions' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from intake.mapping_publication p where p.mapping = old.mapping and p.publication_id > old.publication_id) then
    raise exception 'a later proposal of this mapping is there' using errcode = 'insufficient_privilege';
  end if;
  new.approved_by := session_user;
  return new;
end $$;
comment on function intake.approve_publication() is 'Trigger: only another login than the author''s approves, once, and only the latest proposal of a mapping.';
create trigger approve_publication before update on intake.mapping_publication
  for each row execute function intake.approve_publication();
create trigger publication_is_kept before delete on intake.mapping_publication
  for each row execute function audit.refuse_change();
create trigger publication_is_not_truncated before truncate on intake.mapping_publication execute function audit.refuse_change();

create view intake.mapping_in_force as
  select p.* from intake.mapping_publication p
   where p.approved_by is not null
     and not exists (select 1 from intake.mapping_publication w
                      where w.mapping = p.mapping and w.approved_by is not null and p.publication_id = any(w.withdraws));
comment on view intake.mapping_in_force is 'Publications that count: approved, and not withdrawn by a roll-back.';

grant select, insert (mapping, mapping_version_id, effective, rollback, withdraws, reason, proposed_at),
  update (approved_at, approval_reason) on intake.mapping_publication to ${role_prefix}hub;
grant select on intake.mapping_in_force to ${role_prefix}hub;
grant usage on sequence intake.mapping_publication_publication_id_seq to ${role_prefix}hub;

-- A person's login is a member of the hub's role and does not own the schema; it has to see whether the schema is of its version.
do $$
begin
  if to_regclass('public.flyway_schema_history') is not null then
    grant select on public.flyway_schema_history to ${role_prefix}hub;
  end if;
end $$;
