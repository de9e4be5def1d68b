-- Canonical records. Every row is a belief with an interval: a change closes the old row and adds a new one.
-- References between records are by sender and key, since parents and children arrive in any order; intake holds a child back until its parent is here.

create table canonical.reporting_period (
  reporting_period_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  period_start date not null,
  period_end date not null,
  software text,
  hash_status text,
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
create unique index reporting_period_current on canonical.reporting_period (sender, key) where recorded_to is null;
create index reporting_period_feed on canonical.reporting_period (feed_id) where recorded_to is null;
comment on table canonical.reporting_period is 'What a file says of itself: the period it covers (HMIS Export.csv).';
comment on column canonical.reporting_period.reporting_period_id is 'Key of this belief.';
comment on column canonical.reporting_period.period_start is 'First day covered.';
comment on column canonical.reporting_period.period_end is 'Last day covered.';
comment on column canonical.reporting_period.software is 'Software that wrote the export.';
comment on column canonical.reporting_period.hash_status is 'HMIS 1.4 HashStatus: 1 unhashed, otherwise hashed.';

create table canonical.organization (
  organization_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  name text not null,
  common_name text,
  victim_service_provider boolean,
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
create unique index organization_current on canonical.organization (sender, key) where recorded_to is null;
create index organization_feed on canonical.organization (feed_id) where recorded_to is null;
comment on table canonical.organization is 'An organization that delivers services (HMIS 2.01, HSDS organization).';
comment on column canonical.organization.organization_id is 'Key of this belief.';
comment on column canonical.organization.name is 'Name.';
comment on column canonical.organization.common_name is 'Name as the public knows it.';
comment on column canonical.organization.victim_service_provider is 'HMIS 2.01.4: its clients stay out of linkage.';

create table canonical.program (
  program_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  organization_key text,
  name text not null,
  common_name text,
  program_type text,
  tracking_method text,
  operating_start date,
  operating_end date,
  continuum_program boolean,
  housing_type text,
  target_population text,
  point_in_time_count bigint,
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
create unique index program_current on canonical.program (sender, key) where recorded_to is null;
create index program_feed on canonical.program (feed_id) where recorded_to is null;
create index program_organization_key on canonical.program (sender, organization_key) where recorded_to is null;
comment on table canonical.program is 'A program or project of an organization (HMIS 2.02, HSDS program).';
comment on column canonical.program.program_id is 'Key of this belief.';
comment on column canonical.program.organization_key is 'Sender''s key of the organization.';
comment on column canonical.program.name is 'Name.';
comment on column canonical.program.common_name is 'Name as the public knows it.';
comment on column canonical.program.program_type is 'Code list hub/program_type: emergency_shelter, street_outreach, family_preservation ...';
comment on column canonical.program.tracking_method is 'How shelter stays are tracked: entry_exit or night_by_night.';
comment on column canonical.program.operating_start is 'First day of operation.';
comment on column canonical.program.operating_end is 'Last day of operation.';
comment on column canonical.program.continuum_program is 'HMIS 2.02.5 ContinuumProject.';
comment on column canonical.program.housing_type is 'HMIS 2.02.D.';
comment on column canonical.program.target_population is 'HMIS 2.02.8.';
comment on column canonical.program.point_in_time_count is 'HMIS PITCount.';

create table canonical.program_location (
  program_location_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  program_key text not null,
  coc_code text,
  geocode text,
  street text,
  city text,
  state text,
  postal_code text,
  geography_type text,
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
create unique index program_location_current on canonical.program_location (sender, key) where recorded_to is null;
create index program_location_feed on canonical.program_location (feed_id) where recorded_to is null;
create index program_location_program_key on canonical.program_location (sender, program_key) where recorded_to is null;
comment on table canonical.program_location is 'Where a program operates (HMIS 2.03 ProjectCoC).';
comment on column canonical.program_location.program_location_id is 'Key of this belief.';
comment on column canonical.program_location.program_key is 'Sender''s key of the program.';
comment on column canonical.program_location.coc_code is 'Continuum of Care code, as XX-500.';
comment on column canonical.program_location.geocode is 'HUD geocode.';
comment on column canonical.program_location.street is 'Street address.';
comment on column canonical.program_location.city is 'City.';
comment on column canonical.program_location.state is 'State.';
comment on column canonical.program_location.postal_code is 'Postal code.';
comment on column canonical.program_location.geography_type is 'HMIS 2.03.6.';

create table canonical.program_funding (
  program_funding_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  program_key text not null,
  funder text,
  funder_other text,
  grant_id text,
  start_date date,
  end_date date,
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
create unique index program_funding_current on canonical.program_funding (sender, key) where recorded_to is null;
create index program_funding_feed on canonical.program_funding (feed_id) where recorded_to is null;
create index program_funding_program_key on canonical.program_funding (sender, program_key) where recorded_to is null;
comment on table canonical.program_funding is 'A funding source of a program (HMIS 2.06 Funder).';
comment on column canonical.program_funding.program_funding_id is 'Key of this belief.';
comment on column canonical.program_funding.program_key is 'Sender''s key of the program.';
comment on column canonical.program_funding.funder is 'HMIS 2.06.1 funder code.';
comment on column canonical.program_funding.funder_other is 'Funder in words, where the code is other.';
comment on column canonical.program_funding.grant_id is 'Grant or contract number.';
comment on column canonical.program_funding.start_date is 'First day of the grant.';
comment on column canonical.program_funding.end_date is 'Last day of the grant.';

create table canonical.program_inventory (
  program_inventory_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  program_key text not null,
  coc_code text,
  household_type text,
  availability text,
  bed_type text,
  unit_count bigint,
  bed_count bigint,
  start_date date,
  end_date date,
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
create unique index program_inventory_current on canonical.program_inventory (sender, key) where recorded_to is null;
create index program_inventory_feed on canonical.program_inventory (feed_id) where recorded_to is null;
create index program_inventory_program_key on canonical.program_inventory (sender, program_key) where recorded_to is null;
comment on table canonical.program_inventory is 'Beds and units of a program (HMIS 2.07 Inventory).';
comment on column canonical.program_inventory.program_inventory_id is 'Key of this belief.';
comment on column canonical.program_inventory.program_key is 'Sender''s key of the program.';
comment on column canonical.program_inventory.coc_code is 'Continuum of Care code.';
comment on column canonical.program_inventory.household_type is 'HMIS 2.07.4.';
comment on column canonical.program_inventory.availability is 'HMIS 2.07.6: year-round, seasonal, overflow.';
comment on column canonical.program_inventory.bed_type is 'HMIS 2.07.5.';
comment on column canonical.program_inventory.unit_count is 'Units.';
comment on column canonical.program_inventory.bed_count is 'Beds.';
comment on column canonical.program_inventory.start_date is 'First day in force.';
comment on column canonical.program_inventory.end_date is 'Last day in force.';

create table canonical.client_record (
  client_record_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  first_name text,
  middle_name text,
  last_name text,
  name_suffix text,
  name_quality text,
  ssn text,
  ssn_quality text,
  birth_date date,
  birth_date_quality text,
  sex text,
  gender text,
  race_ethnicity text,
  veteran text,
  phone text,
  email text,
  street text,
  city text,
  state text,
  postal_code text,
  other_id text,
  identifiers_hashed boolean,
  death_date date,
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
create unique index client_record_current on canonical.client_record (sender, key) where recorded_to is null;
create index client_record_feed on canonical.client_record (feed_id) where recorded_to is null;
comment on table canonical.client_record is 'A client as one sender knows them (HMIS 3.01-3.07).';
comment on column canonical.client_record.client_record_id is 'Key of this belief.';
comment on column canonical.client_record.first_name is 'Given name.';
comment on column canonical.client_record.middle_name is 'Middle name.';
comment on column canonical.client_record.last_name is 'Family name.';
comment on column canonical.client_record.name_suffix is 'Suffix.';
comment on column canonical.client_record.name_quality is 'HMIS 3.01.5: 1 full, 2 partial or code name, 8 unknown, 9 refused, 99 not collected.';
comment on column canonical.client_record.ssn is 'Social Security number as sent, digits and x only.';
comment on column canonical.client_record.ssn_quality is 'HMIS 3.02.2: 1 full, 2 partial, 8, 9, 99.';
comment on column canonical.client_record.birth_date is 'Date of birth.';
comment on column canonical.client_record.birth_date_quality is 'HMIS 3.03.2: 1 full, 2 approximate, 8, 9, 99.';
comment on column canonical.client_record.sex is 'Code list hub/sex: F, M, X, U (HMIS 4.21 from FY2026).';
comment on column canonical.client_record.gender is 'HMIS 3.06 until FY2024: codes joined by |.';
comment on column canonical.client_record.race_ethnicity is 'HMIS 3.04: codes joined by | in alphabetical order.';
comment on column canonical.client_record.veteran is 'HMIS 3.07: yes, no or unknown.';
comment on column canonical.client_record.phone is 'Phone, digits only.';
comment on column canonical.client_record.email is 'E-mail address.';
comment on column canonical.client_record.street is 'Street address.';
comment on column canonical.client_record.city is 'City.';
comment on column canonical.client_record.state is 'State.';
comment on column canonical.client_record.postal_code is 'Postal code.';
comment on column canonical.client_record.other_id is 'Another identifier that both sides know, such as a case number.';
comment on column canonical.client_record.identifiers_hashed is 'True where the sender hashed names or numbers: kept out of linkage.';
comment on column canonical.client_record.death_date is 'Date of death.';

create table canonical.enrollment (
  enrollment_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  client_key text not null,
  program_key text,
  program_type text,
  household_key text,
  relationship_to_head text,
  referral_date date,
  entry_date date not null,
  move_in_date date,
  engagement_date date,
  coc_code text,
  prior_situation text,
  prior_length_of_stay text,
  los_under_threshold text,
  previous_street_essh text,
  homeless_since date,
  times_homeless text,
  months_homeless text,
  disabling_condition text,
  percent_ami text,
  referral_source text,
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
create unique index enrollment_current on canonical.enrollment (sender, key) where recorded_to is null;
create index enrollment_feed on canonical.enrollment (feed_id) where recorded_to is null;
create index enrollment_client_key on canonical.enrollment (sender, client_key) where recorded_to is null;
create index enrollment_program_key on canonical.enrollment (sender, program_key) where recorded_to is null;
comment on table canonical.enrollment is 'A stay in a program, from entry (HMIS 3.10, 3.15-3.20).';
comment on column canonical.enrollment.enrollment_id is 'Key of this belief.';
comment on column canonical.enrollment.client_key is 'Sender''s key of the client.';
comment on column canonical.enrollment.program_key is 'Sender''s key of the program.';
comment on column canonical.enrollment.program_type is 'Code list hub/program_type, where the sender names no program.';
comment on column canonical.enrollment.household_key is 'Sender''s key of the household.';
comment on column canonical.enrollment.relationship_to_head is 'HMIS 3.15: 1 self, 2 child, 3 spouse or partner, 4 other relative, 5 not related.';
comment on column canonical.enrollment.referral_date is 'Day the referral was received.';
comment on column canonical.enrollment.entry_date is 'First day of service.';
comment on column canonical.enrollment.move_in_date is 'HMIS 3.20: day of moving into housing.';
comment on column canonical.enrollment.engagement_date is 'HMIS 4.13: day of engagement.';
comment on column canonical.enrollment.coc_code is 'HMIS 3.16 EnrollmentCoC.';
comment on column canonical.enrollment.prior_situation is 'HMIS 3.917.1, FY2024 codes.';
comment on column canonical.enrollment.prior_length_of_stay is 'HMIS 3.917.2.';
comment on column canonical.enrollment.los_under_threshold is 'HMIS 3.917.2A.';
comment on column canonical.enrollment.previous_street_essh is 'HMIS 3.917.2C.';
comment on column canonical.enrollment.homeless_since is 'HMIS 3.917.3.';
comment on column canonical.enrollment.times_homeless is 'HMIS 3.917.4.';
comment on column canonical.enrollment.months_homeless is 'HMIS 3.917.5.';
comment on column canonical.enrollment.disabling_condition is 'HMIS 3.08.';
comment on column canonical.enrollment.percent_ami is 'HMIS V4 or P-series percent of area median income.';
comment on column canonical.enrollment.referral_source is 'HMIS R1 referral source, or the sender''s own.';

create table canonical.enrollment_exit (
  enrollment_exit_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  enrollment_key text not null,
  client_key text,
  exit_date date not null,
  destination text,
  destination_subsidy text,
  exit_reason text,
  housing_assessment text,
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
create unique index enrollment_exit_current on canonical.enrollment_exit (sender, key) where recorded_to is null;
create index enrollment_exit_feed on canonical.enrollment_exit (feed_id) where recorded_to is null;
create index enrollment_exit_enrollment_key on canonical.enrollment_exit (sender, enrollment_key) where recorded_to is null;
create index enrollment_exit_client_key on canonical.enrollment_exit (sender, client_key) where recorded_to is null;
comment on table canonical.enrollment_exit is 'The end of an enrollment (HMIS 3.11, 3.12).';
comment on column canonical.enrollment_exit.enrollment_exit_id is 'Key of this belief.';
comment on column canonical.enrollment_exit.enrollment_key is 'Sender''s key of the enrollment.';
comment on column canonical.enrollment_exit.client_key is 'Sender''s key of the client.';
comment on column canonical.enrollment_exit.exit_date is 'Last day of service.';
comment on column canonical.enrollment_exit.destination is 'HMIS 3.12, FY2024 codes (100s homeless, 200s institutional, 300s temporary, 400s permanent).';
comment on column canonical.enrollment_exit.destination_subsidy is 'HMIS 3.12.1A.';
comment on column canonical.enrollment_exit.exit_reason is 'Code list hub/exit_reason: completed, left_early, referred_out, moved_away, child_placed, deceased, other.';
comment on column canonical.enrollment_exit.housing_assessment is 'HMIS W5.';

create table canonical.enrollment_coc (
  enrollment_coc_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  enrollment_key text not null,
  client_key text,
  information_date date,
  coc_code text,
  stage text,
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
create unique index enrollment_coc_current on canonical.enrollment_coc (sender, key) where recorded_to is null;
create index enrollment_coc_feed on canonical.enrollment_coc (feed_id) where recorded_to is null;
create index enrollment_coc_enrollment_key on canonical.enrollment_coc (sender, enrollment_key) where recorded_to is null;
create index enrollment_coc_client_key on canonical.enrollment_coc (sender, client_key) where recorded_to is null;
comment on table canonical.enrollment_coc is 'Continuum of Care in which an enrollment was served (HMIS 3.16 until FY2022).';
comment on column canonical.enrollment_coc.enrollment_coc_id is 'Key of this belief.';
comment on column canonical.enrollment_coc.enrollment_key is 'Sender''s key of the enrollment.';
comment on column canonical.enrollment_coc.client_key is 'Sender''s key of the client.';
comment on column canonical.enrollment_coc.information_date is 'Day of the information.';
comment on column canonical.enrollment_coc.coc_code is 'Continuum of Care code.';
comment on column canonical.enrollment_coc.stage is 'HMIS data collection stage.';

create table canonical.service (
  service_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  enrollment_key text,
  client_key text not null,
  service_date date not null,
  record_type text,
  service_type text,
  service_other text,
  service_subtype text,
  quantity numeric(14,2),
  amount numeric(14,2),
  assistance_start date,
  assistance_end date,
  referral_outcome text,
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
create unique index service_current on canonical.service (sender, key) where recorded_to is null;
create index service_feed on canonical.service (feed_id) where recorded_to is null;
create index service_enrollment_key on canonical.service (sender, enrollment_key) where recorded_to is null;
create index service_client_key on canonical.service (sender, client_key) where recorded_to is null;
comment on table canonical.service is 'A service, contact or bed night (HMIS Services.csv).';
comment on column canonical.service.service_id is 'Key of this belief.';
comment on column canonical.service.enrollment_key is 'Sender''s key of the enrollment.';
comment on column canonical.service.client_key is 'Sender''s key of the client.';
comment on column canonical.service.service_date is 'Day of service.';
comment on column canonical.service.record_type is 'HMIS record type, or attendance, session, contact.';
comment on column canonical.service.service_type is 'HMIS TypeProvided, or the sender''s type.';
comment on column canonical.service.service_other is 'Type in words, where the code is other.';
comment on column canonical.service.service_subtype is 'HMIS SubTypeProvided.';
comment on column canonical.service.quantity is 'Units of service, such as sessions in the week.';
comment on column canonical.service.amount is 'Financial assistance, USD.';
comment on column canonical.service.assistance_start is 'First day of assistance.';
comment on column canonical.service.assistance_end is 'Last day of assistance.';
comment on column canonical.service.referral_outcome is 'HMIS P2.A.';

create table canonical.assessment (
  assessment_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  enrollment_key text,
  client_key text not null,
  assessed_on date not null,
  stage text,
  instrument text not null,
  item text not null,
  response text,
  detail text,
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
create unique index assessment_current on canonical.assessment (sender, key) where recorded_to is null;
create index assessment_feed on canonical.assessment (feed_id) where recorded_to is null;
create index assessment_enrollment_key on canonical.assessment (sender, enrollment_key) where recorded_to is null;
create index assessment_client_key on canonical.assessment (sender, client_key) where recorded_to is null;
comment on table canonical.assessment is 'One answer of an assessment: who, when, which item, which response.';
comment on column canonical.assessment.assessment_id is 'Key of this belief.';
comment on column canonical.assessment.enrollment_key is 'Sender''s key of the enrollment.';
comment on column canonical.assessment.client_key is 'Sender''s key of the client.';
comment on column canonical.assessment.assessed_on is 'Day of the assessment.';
comment on column canonical.assessment.stage is 'HMIS data collection stage: 1 entry, 2 update, 3 exit, 5 annual.';
comment on column canonical.assessment.instrument is 'disability, health_and_dv, employment, education, coordinated_entry ...';
comment on column canonical.assessment.item is 'Which question.';
comment on column canonical.assessment.response is 'The coded answer.';
comment on column canonical.assessment.detail is 'A second part of the answer, such as indefinite and impairing.';

create table canonical.living_situation (
  living_situation_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  enrollment_key text not null,
  client_key text not null,
  information_date date not null,
  situation text,
  subsidy_type text,
  verified_by text,
  leave_within_14_days text,
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
create unique index living_situation_current on canonical.living_situation (sender, key) where recorded_to is null;
create index living_situation_feed on canonical.living_situation (feed_id) where recorded_to is null;
create index living_situation_enrollment_key on canonical.living_situation (sender, enrollment_key) where recorded_to is null;
create index living_situation_client_key on canonical.living_situation (sender, client_key) where recorded_to is null;
comment on table canonical.living_situation is 'Where a client lived on a day (HMIS 4.12).';
comment on column canonical.living_situation.living_situation_id is 'Key of this belief.';
comment on column canonical.living_situation.enrollment_key is 'Sender''s key of the enrollment.';
comment on column canonical.living_situation.client_key is 'Sender''s key of the client.';
comment on column canonical.living_situation.information_date is 'Day of the information.';
comment on column canonical.living_situation.situation is 'HMIS 4.12.1, FY2024 codes.';
comment on column canonical.living_situation.subsidy_type is 'HMIS 4.12.1A.';
comment on column canonical.living_situation.verified_by is 'Who verified it.';
comment on column canonical.living_situation.leave_within_14_days is 'HMIS 4.12.2A.';

create table canonical.income (
  income_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  enrollment_key text not null,
  client_key text not null,
  information_date date not null,
  stage text,
  income_from_any_source text,
  total_monthly numeric(14,2),
  earned numeric(14,2),
  unemployment numeric(14,2),
  ssi numeric(14,2),
  ssdi numeric(14,2),
  veterans numeric(14,2),
  tanf numeric(14,2),
  general_assistance numeric(14,2),
  retirement numeric(14,2),
  child_support numeric(14,2),
  other_income numeric(14,2),
  benefits_from_any_source text,
  benefits text,
  insurance_from_any_source text,
  insurance text,
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
create unique index income_current on canonical.income (sender, key) where recorded_to is null;
create index income_feed on canonical.income (feed_id) where recorded_to is null;
create index income_enrollment_key on canonical.income (sender, enrollment_key) where recorded_to is null;
create index income_client_key on canonical.income (sender, client_key) where recorded_to is null;
comment on table canonical.income is 'Income and benefits of a client on a day (HMIS 4.02-4.04).';
comment on column canonical.income.income_id is 'Key of this belief.';
comment on column canonical.income.enrollment_key is 'Sender''s key of the enrollment.';
comment on column canonical.income.client_key is 'Sender''s key of the client.';
comment on column canonical.income.information_date is 'Day of the information.';
comment on column canonical.income.stage is 'HMIS data collection stage.';
comment on column canonical.income.income_from_any_source is 'HMIS 4.02.2.';
comment on column canonical.income.total_monthly is 'Total monthly income, USD.';
comment on column canonical.income.earned is 'Earned income, USD a month.';
comment on column canonical.income.unemployment is 'Unemployment insurance, USD a month.';
comment on column canonical.income.ssi is 'Supplemental Security Income, USD a month.';
comment on column canonical.income.ssdi is 'Social Security Disability Insurance, USD a month.';
comment on column canonical.income.veterans is 'Veterans'' benefits, USD a month.';
comment on column canonical.income.tanf is 'TANF, USD a month.';
comment on column canonical.income.general_assistance is 'General assistance, USD a month.';
comment on column canonical.income.retirement is 'Social Security retirement and pensions, USD a month.';
comment on column canonical.income.child_support is 'Child support and alimony, USD a month.';
comment on column canonical.income.other_income is 'Any other income, USD a month.';
comment on column canonical.income.benefits_from_any_source is 'HMIS 4.03.2.';
comment on column canonical.income.benefits is 'Non-cash benefits received: codes joined by |.';
comment on column canonical.income.insurance_from_any_source is 'HMIS 4.04.2.';
comment on column canonical.income.insurance is 'Health insurance held: codes joined by |.';

create table canonical.referral (
  referral_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  enrollment_key text,
  client_key text not null,
  referral_date date not null,
  referral_type text,
  referred_to text,
  result text,
  result_date date,
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
create unique index referral_current on canonical.referral (sender, key) where recorded_to is null;
create index referral_feed on canonical.referral (feed_id) where recorded_to is null;
create index referral_enrollment_key on canonical.referral (sender, enrollment_key) where recorded_to is null;
create index referral_client_key on canonical.referral (sender, client_key) where recorded_to is null;
comment on table canonical.referral is 'A referral of a client to a program (HMIS 4.20 Coordinated Entry Event, HL7 REF).';
comment on column canonical.referral.referral_id is 'Key of this belief.';
comment on column canonical.referral.enrollment_key is 'Sender''s key of the enrollment.';
comment on column canonical.referral.client_key is 'Sender''s key of the client.';
comment on column canonical.referral.referral_date is 'Day of the referral.';
comment on column canonical.referral.referral_type is 'HMIS 4.20.2 event, or the sender''s type.';
comment on column canonical.referral.referred_to is 'Location or program referred to.';
comment on column canonical.referral.result is 'HMIS 4.20.C result.';
comment on column canonical.referral.result_date is 'Day of the result.';

create table canonical.admin_event (
  admin_event_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  client_key text not null,
  event_type text not null,
  event_date date not null,
  end_date date,
  incident_date date,
  disposition text,
  facility text,
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
create unique index admin_event_current on canonical.admin_event (sender, key) where recorded_to is null;
create index admin_event_feed on canonical.admin_event (feed_id) where recorded_to is null;
create index admin_event_client_key on canonical.admin_event (sender, client_key) where recorded_to is null;
comment on table canonical.admin_event is 'What a government system recorded about a client: a report, removal, arrest, admission, shelter stay.';
comment on column canonical.admin_event.admin_event_id is 'Key of this belief.';
comment on column canonical.admin_event.client_key is 'Sender''s key of the client.';
comment on column canonical.admin_event.event_type is 'Code list hub/event_type: maltreatment_report, removal, shelter_stay, arrest, admission ...';
comment on column canonical.admin_event.event_date is 'Day of the event, or first day of the stay.';
comment on column canonical.admin_event.end_date is 'Last day of the stay.';
comment on column canonical.admin_event.incident_date is 'Day of what is reported, where it differs from the day of the report.';
comment on column canonical.admin_event.disposition is 'Code list hub/disposition: screened_in, screened_out, substantiated, unsubstantiated ...';
comment on column canonical.admin_event.facility is 'Where; never sent to a provider.';

create table canonical.contract (
  contract text primary key, sender text not null references intake.sender, title text not null,
  start_date date not null, end_date date, amount numeric(14,2), setup_sha256 text not null, applied_at timestamptz not null
);
comment on table canonical.contract is 'A contract between the agency and a provider (OCDS contract), from the reviewed partner file.';
comment on column canonical.contract.contract is 'Contract number.';
comment on column canonical.contract.sender is 'The provider.';
comment on column canonical.contract.title is 'Title.';
comment on column canonical.contract.start_date is 'First day.';
comment on column canonical.contract.end_date is 'Last day.';
comment on column canonical.contract.amount is 'Amount over the whole term, USD.';
comment on column canonical.contract.setup_sha256 is 'SHA-256 of the reviewed file.';
comment on column canonical.contract.applied_at is 'When it was applied.';

create table canonical.contract_program (
  contract text not null references canonical.contract, sender text not null references intake.sender, program_key text not null,
  primary key (contract, program_key)
);
comment on table canonical.contract_program is 'Which programs a contract pays for.';
comment on column canonical.contract_program.contract is 'The contract.';
comment on column canonical.contract_program.sender is 'The provider.';
comment on column canonical.contract_program.program_key is 'The provider''s key of the program.';
