-- More kinds of canonical record: placements, appointments, wage quarters, months of assistance, reported figures, merges and
-- published contracts. They are kept, compared, closed and hidden from others as those of V003 are.

create table canonical.placement (
  placement_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  client_key text not null,
  removal_date date,
  start_date date not null,
  end_date date,
  setting text,
  end_reason text,
  agency text,
  permanency_plan text,
  source_updated_at timestamp,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  source_member text,
  source_line bigint,
  mapping_version_id bigint references intake.mapping_version,
  content_hash text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz
);
create unique index placement_current on canonical.placement (sender, key) where recorded_to is null;
create index placement_feed on canonical.placement (feed_id) where recorded_to is null;
create index placement_client_key on canonical.placement (sender, client_key) where recorded_to is null;
comment on table canonical.placement is 'A child''s placement in out-of-home care (AFCARS, 45 CFR 1355.44).';
comment on column canonical.placement.placement_id is 'Key of this belief.';
comment on column canonical.placement.client_key is 'Sender''s key of the child.';
comment on column canonical.placement.removal_date is 'Day of the removal from home that the placement belongs to.';
comment on column canonical.placement.start_date is 'First day of the placement.';
comment on column canonical.placement.end_date is 'Last day of the placement; empty while it lasts.';
comment on column canonical.placement.setting is 'Code list hub/placement_setting: foster_family_relative, group_home, trial_home_visit ...';
comment on column canonical.placement.end_reason is 'Code list hub/placement_end: moved, reunified, adopted ...';
comment on column canonical.placement.agency is 'Agency responsible for placement and care, as the sender names it.';
comment on column canonical.placement.permanency_plan is 'Code list hub/permanency_plan: reunification, adoption, guardianship ...';

create table canonical.appointment (
  appointment_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  client_key text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  status text,
  appointment_type text,
  location text,
  program_key text,
  source_updated_at timestamp,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  source_member text,
  source_line bigint,
  mapping_version_id bigint references intake.mapping_version,
  content_hash text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz
);
create unique index appointment_current on canonical.appointment (sender, key) where recorded_to is null;
create index appointment_feed on canonical.appointment (feed_id) where recorded_to is null;
create index appointment_client_key on canonical.appointment (sender, client_key) where recorded_to is null;
create index appointment_program_key on canonical.appointment (sender, program_key) where recorded_to is null;
comment on table canonical.appointment is 'An appointment of a client (HL7 v2 SIU).';
comment on column canonical.appointment.appointment_id is 'Key of this belief.';
comment on column canonical.appointment.client_key is 'Sender''s key of the client.';
comment on column canonical.appointment.starts_at is 'When it starts.';
comment on column canonical.appointment.ends_at is 'When it ends.';
comment on column canonical.appointment.status is 'Code list hub/appointment_status: booked, cancelled, no_show ...';
comment on column canonical.appointment.appointment_type is 'Kind of appointment, as the sender names it.';
comment on column canonical.appointment.location is 'Where; never sent to a provider.';
comment on column canonical.appointment.program_key is 'Sender''s key of the program.';

create table canonical.wage_quarter (
  wage_quarter_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  client_key text not null,
  quarter_start date not null,
  wages numeric(14,2) not null,
  hours numeric(14,2),
  industry text,
  employer_key text,
  source_updated_at timestamp,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  source_member text,
  source_line bigint,
  mapping_version_id bigint references intake.mapping_version,
  content_hash text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz
);
create unique index wage_quarter_current on canonical.wage_quarter (sender, key) where recorded_to is null;
create index wage_quarter_feed on canonical.wage_quarter (feed_id) where recorded_to is null;
create index wage_quarter_client_key on canonical.wage_quarter (sender, client_key) where recorded_to is null;
comment on table canonical.wage_quarter is 'Wages of a client from one employer in a calendar quarter (unemployment insurance wage record).';
comment on column canonical.wage_quarter.wage_quarter_id is 'Key of this belief.';
comment on column canonical.wage_quarter.client_key is 'Sender''s key of the client.';
comment on column canonical.wage_quarter.quarter_start is 'First day of the quarter.';
comment on column canonical.wage_quarter.wages is 'Wages paid in the quarter, USD.';
comment on column canonical.wage_quarter.hours is 'Hours worked in the quarter.';
comment on column canonical.wage_quarter.industry is 'Industry code of the employer (NAICS).';
comment on column canonical.wage_quarter.employer_key is 'Employer, as the sender numbers it; for aggregates only. No provider''s role may read this column and no outcome file carries it.';

create table canonical.benefit (
  benefit_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  household_key text not null,
  client_key text,
  benefit_type text not null,
  benefit_month date not null,
  amount numeric(14,2),
  status text,
  closure_reason text,
  household_size bigint,
  relationship_to_head text,
  work_status text,
  county text,
  source_updated_at timestamp,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  source_member text,
  source_line bigint,
  mapping_version_id bigint references intake.mapping_version,
  content_hash text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz
);
create unique index benefit_current on canonical.benefit (sender, key) where recorded_to is null;
create index benefit_feed on canonical.benefit (feed_id) where recorded_to is null;
create index benefit_client_key on canonical.benefit (sender, client_key) where recorded_to is null;
create index benefit_household_key on canonical.benefit (sender, household_key) where recorded_to is null;
comment on table canonical.benefit is 'A month of assistance of a household, or of one of its members (45 CFR 265).';
comment on column canonical.benefit.benefit_id is 'Key of this belief.';
comment on column canonical.benefit.household_key is 'Sender''s number of the household or case.';
comment on column canonical.benefit.client_key is 'Sender''s key of the member; empty where the row is the household''s.';
comment on column canonical.benefit.benefit_type is 'Code list hub/benefit_type: tanf, ssp_moe, snap ...';
comment on column canonical.benefit.benefit_month is 'First day of the month.';
comment on column canonical.benefit.amount is 'Amount of assistance in the month, USD.';
comment on column canonical.benefit.status is 'Code list hub/benefit_status: active, closed, denied ...';
comment on column canonical.benefit.closure_reason is 'Why the case was closed, as the sender codes it.';
comment on column canonical.benefit.household_size is 'Members of the household.';
comment on column canonical.benefit.relationship_to_head is 'Relationship of the member to the head of the household, as the sender codes it.';
comment on column canonical.benefit.work_status is 'Work participation status of the member, as the sender codes it.';
comment on column canonical.benefit.county is 'County, as the sender codes it.';

create table canonical.reported_measure (
  reported_measure_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  measure text not null,
  site text,
  part text not null,
  period_start date not null,
  period_end date not null,
  value numeric(14,2),
  mark text,
  source_updated_at timestamp,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  source_member text,
  source_line bigint,
  mapping_version_id bigint references intake.mapping_version,
  content_hash text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz
);
create unique index reported_measure_current on canonical.reported_measure (sender, key) where recorded_to is null;
create index reported_measure_feed on canonical.reported_measure (feed_id) where recorded_to is null;
comment on table canonical.reported_measure is 'A figure that a provider counted itself and sent as an aggregate.';
comment on column canonical.reported_measure.reported_measure_id is 'Key of this belief.';
comment on column canonical.reported_measure.measure is 'Which measure, as the mapping names it.';
comment on column canonical.reported_measure.site is 'Site or program that the figure is about.';
comment on column canonical.reported_measure.part is 'Which part of the measure: numerator, denominator, count ...';
comment on column canonical.reported_measure.period_start is 'First day counted.';
comment on column canonical.reported_measure.period_end is 'Last day counted.';
comment on column canonical.reported_measure.value is 'The figure; empty where mark says why.';
comment on column canonical.reported_measure.mark is 'Code list hub/measure_mark: suppressed, missing, not_applicable.';

create table canonical.client_merge (
  client_merge_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  surviving_key text not null,
  merged_key text not null,
  merged_on date not null,
  reason text,
  source_updated_at timestamp,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  source_member text,
  source_line bigint,
  mapping_version_id bigint references intake.mapping_version,
  content_hash text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz
);
create unique index client_merge_current on canonical.client_merge (sender, key) where recorded_to is null;
create index client_merge_feed on canonical.client_merge (feed_id) where recorded_to is null;
create index client_merge_surviving_key on canonical.client_merge (sender, surviving_key) where recorded_to is null;
create index client_merge_merged_key on canonical.client_merge (sender, merged_key) where recorded_to is null;
comment on table canonical.client_merge is 'A sender says that two of its client numbers are one person (HL7 v2 MRG).';
comment on column canonical.client_merge.client_merge_id is 'Key of this belief.';
comment on column canonical.client_merge.surviving_key is 'Sender''s key of the client that goes on.';
comment on column canonical.client_merge.merged_key is 'Sender''s key that is no longer used; the hub may never have seen it.';
comment on column canonical.client_merge.merged_on is 'Day of the merge.';
comment on column canonical.client_merge.reason is 'Why, as the sender says.';

create table canonical.published_contract (
  published_contract_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  ocid text not null,
  title text,
  buyer text,
  supplier text,
  status text,
  amount numeric(14,2),
  currency text,
  start_date date,
  end_date date,
  signed_on date,
  source_updated_at timestamp,
  feed_id bigint references intake.feed,
  submission_id bigint references intake.submission,
  source_member text,
  source_line bigint,
  mapping_version_id bigint references intake.mapping_version,
  content_hash text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz
);
create unique index published_contract_current on canonical.published_contract (sender, key) where recorded_to is null;
create index published_contract_feed on canonical.published_contract (feed_id) where recorded_to is null;
create index published_contract_ocid on canonical.published_contract (sender, ocid) where recorded_to is null;
comment on table canonical.published_contract is 'A contract as a procurement publishes it (OCDS contract); the hub''s own contracts are canonical.contract.';
comment on column canonical.published_contract.published_contract_id is 'Key of this belief.';
comment on column canonical.published_contract.ocid is 'Open contracting id of the procurement.';
comment on column canonical.published_contract.title is 'Title.';
comment on column canonical.published_contract.buyer is 'Who buys.';
comment on column canonical.published_contract.supplier is 'Who delivers; several names are joined by |.';
comment on column canonical.published_contract.status is 'OCDS contract status: pending, active, cancelled, terminated.';
comment on column canonical.published_contract.amount is 'Value of the contract, in its currency.';
comment on column canonical.published_contract.currency is 'ISO 4217 code.';
comment on column canonical.published_contract.start_date is 'First day.';
comment on column canonical.published_contract.end_date is 'Last day.';
comment on column canonical.published_contract.signed_on is 'Day of signature.';

do $$
declare
  t text;
  c record;
  columns text;
begin
  foreach t in array array['placement', 'appointment', 'wage_quarter', 'benefit', 'reported_measure', 'client_merge', 'published_contract'] loop
    -- The columns that every canonical row carries mean what they mean in canonical.client_record.
    for c in select a.attname as name, col_description(a.attrelid, a.attnum) as meaning
               from pg_attribute a
              where a.attrelid = 'canonical.client_record'::regclass
                and a.attname in ('sender', 'key', 'source_updated_at', 'feed_id', 'submission_id', 'source_member', 'source_line',
                                  'mapping_version_id', 'content_hash', 'recorded_from', 'recorded_to')
    loop
      execute format('comment on column canonical.%I.%I is %L', t, c.name, c.meaning);
    end loop;
    execute format('alter table canonical.%I enable row level security', t);
    execute format('alter table canonical.%I force row level security', t);
    execute format('create policy hub on canonical.%I to ${role_prefix}hub using (true) with check (true)', t);
    execute format('create policy own on canonical.%I for select to ${role_prefix}provider using (sender = (select intake.own_sender()))', t);
    execute format('grant select, insert, update, delete on canonical.%I to ${role_prefix}hub', t);
    execute format('grant usage on sequence canonical.%I to ${role_prefix}hub', t || '_' || t || '_id_seq');
    if t <> 'wage_quarter' then
      execute format('grant select on canonical.%I to ${role_prefix}provider', t);
    end if;
  end loop;
  -- Column by column: who employs a client is for aggregates only, and no provider's role reads it.
  select string_agg(quote_ident(a.attname), ', ') into columns
    from pg_attribute a
   where a.attrelid = 'canonical.wage_quarter'::regclass and a.attnum > 0 and a.attname <> 'employer_key';
  execute format('grant select (%s) on canonical.wage_quarter to ${role_prefix}provider', columns);
end $$;
