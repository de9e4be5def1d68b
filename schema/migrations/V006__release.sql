create table release.agreement (
  agreement text primary key, title text not null, discloser text not null references intake.sender, recipient text not null references intake.sender,
  purpose text not null, signed_on date not null, effective_from date not null, effective_to date, terminated_on date,
  legal_basis text not null, setup_sha256 text not null, applied_at timestamptz not null, applied_by text not null
);
comment on table release.agreement is 'A signed data-sharing agreement between a source of outcomes and a recipient.';
comment on column release.agreement.agreement is 'Number of the agreement.';
comment on column release.agreement.title is 'Title.';
comment on column release.agreement.discloser is 'Sender whose records show the outcomes.';
comment on column release.agreement.recipient is 'Provider who may be told.';
comment on column release.agreement.purpose is 'Purpose, such as outcome_feedback.';
comment on column release.agreement.signed_on is 'Day of signature.';
comment on column release.agreement.effective_from is 'First local day in force.';
comment on column release.agreement.effective_to is 'Last local day in force; empty where it runs on.';
comment on column release.agreement.terminated_on is 'First local day on which it no longer holds, where it was ended early.';
comment on column release.agreement.legal_basis is 'Statute or regulation it rests on.';
comment on column release.agreement.setup_sha256 is 'SHA-256 of the reviewed file.';
comment on column release.agreement.applied_at is 'When it was applied.';
comment on column release.agreement.applied_by is 'Database login that applied it.';

create table release.policy_rule (
  policy_rule text primary key, agreement text not null references release.agreement, data_class text not null, measures text[] not null,
  event_detail text not null check (event_detail in ('month', 'date')), consent_required boolean not null, citation text not null,
  effective_from date not null, effective_to date, notice text, withdrawn_on date, setup_sha256 text not null, applied_at timestamptz not null, applied_by text not null
);
comment on table release.policy_rule is 'What an agreement lets out: which measures, in which detail, with or without consent. What no rule names stays in.';
comment on column release.policy_rule.policy_rule is 'Id of the rule.';
comment on column release.policy_rule.agreement is 'The agreement it belongs to.';
comment on column release.policy_rule.data_class is 'Class of data: hmis, child_welfare, justice, wages, health.';
comment on column release.policy_rule.measures is 'Measures it covers.';
comment on column release.policy_rule.event_detail is 'month of the event, or its date where the rule grants it.';
comment on column release.policy_rule.consent_required is 'True where each client''s consent is needed.';
comment on column release.policy_rule.citation is 'Statute or regulation that allows it.';
comment on column release.policy_rule.effective_from is 'First local day in force.';
comment on column release.policy_rule.effective_to is 'Last local day in force.';
comment on column release.policy_rule.notice is 'Notice that must accompany every row it lets out.';
comment on column release.policy_rule.withdrawn_on is 'First local day on which it no longer holds, where it was withdrawn.';
comment on column release.policy_rule.setup_sha256 is 'SHA-256 of the reviewed file.';
comment on column release.policy_rule.applied_at is 'When it was applied.';
comment on column release.policy_rule.applied_by is 'Database login that applied it.';

create table release.consent (
  consent_id bigint generated always as identity primary key,
  sender text not null references intake.sender,
  key text not null,
  client_key text not null,
  recipient text not null,
  data_classes text not null,
  purpose text not null,
  signed_on date not null,
  effective_from date not null,
  expires_on date,
  revoked_at timestamptz,
  evidence text,
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
create unique index consent_current on release.consent (sender, key) where recorded_to is null;
create index consent_feed on release.consent (feed_id) where recorded_to is null;
create index consent_client_key on release.consent (sender, client_key) where recorded_to is null;
comment on table release.consent is 'A client''s consent, or its revocation, to tell a recipient about outcomes.';
comment on column release.consent.consent_id is 'Key of this belief.';
comment on column release.consent.client_key is 'Sender''s key of the client.';
comment on column release.consent.recipient is 'Sender name of the provider who may be told.';
comment on column release.consent.data_classes is 'Classes of data covered, joined by |: hmis, child_welfare, justice, wages, health.';
comment on column release.consent.purpose is 'Purpose, as outcome_feedback.';
comment on column release.consent.signed_on is 'Day of signature.';
comment on column release.consent.effective_from is 'First local day in force.';
comment on column release.consent.expires_on is 'Last local day in force.';
comment on column release.consent.revoked_at is 'Instant of revocation.';
comment on column release.consent.evidence is 'Where the signed form is kept.';

-- The columns that every canonical row carries mean the same everywhere.
do $$
declare t record;
begin
  for t in select table_schema, table_name from information_schema.columns
            where column_name = 'content_hash' and table_schema in ('canonical', 'release') loop
    execute format('comment on column %I.%I.sender is %L', t.table_schema, t.table_name, 'Who sent it.');
    execute format('comment on column %I.%I.key is %L', t.table_schema, t.table_name, 'The sender''s own key; parts of a composite key are joined by |.');
    execute format('comment on column %I.%I.source_updated_at is %L', t.table_schema, t.table_name, 'When the sender last changed it, in the sender''s local time; an older row never replaces a newer one.');
    execute format('comment on column %I.%I.feed_id is %L', t.table_schema, t.table_name, 'Feed that brought it.');
    execute format('comment on column %I.%I.submission_id is %L', t.table_schema, t.table_name, 'Submission that brought it.');
    execute format('comment on column %I.%I.source_member is %L', t.table_schema, t.table_name, 'Member of the submission.');
    execute format('comment on column %I.%I.source_line is %L', t.table_schema, t.table_name, 'Line of that member.');
    execute format('comment on column %I.%I.mapping_version_id is %L', t.table_schema, t.table_name, 'Mapping version that made it.');
    execute format('comment on column %I.%I.content_hash is %L', t.table_schema, t.table_name, 'SHA-256 over its fields; export ids and other control columns are no part of it.');
    execute format('comment on column %I.%I.recorded_from is %L', t.table_schema, t.table_name, 'Since when the hub believes it.');
    execute format('comment on column %I.%I.recorded_to is %L', t.table_schema, t.table_name, 'Until when the hub believed it; empty while it does.');
  end loop;
end $$;

create table release.outcome_file (
  outcome_file_id bigint generated always as identity primary key, sender text not null references intake.sender, sequence integer not null,
  file_name text not null, measure_run bigint not null references measure.run, written_at timestamptz not null, local_day date not null,
  sha256 text not null, size_bytes bigint not null, row_count bigint not null, supersedes bigint references release.outcome_file,
  manifest jsonb not null, content bytea not null, delivered_at timestamptz, unique (sender, sequence)
);
comment on table release.outcome_file is 'An outcome file: what became of one provider''s former clients. A later file restates the whole and supersedes the earlier.';
comment on column release.outcome_file.outcome_file_id is 'Key of the file.';
comment on column release.outcome_file.sender is 'The provider who receives it.';
comment on column release.outcome_file.sequence is 'Number of the file for that provider, from 1.';
comment on column release.outcome_file.file_name is 'Name under which it is delivered.';
comment on column release.outcome_file.measure_run is 'Measure run whose statuses it tells.';
comment on column release.outcome_file.written_at is 'Instant of the decisions.';
comment on column release.outcome_file.local_day is 'Local day of that instant at the provider, by which agreements and consents were judged.';
comment on column release.outcome_file.sha256 is 'SHA-256 of the bytes.';
comment on column release.outcome_file.size_bytes is 'Size in bytes.';
comment on column release.outcome_file.row_count is 'Rows, without the header.';
comment on column release.outcome_file.supersedes is 'The file it replaces.';
comment on column release.outcome_file.manifest is 'The manifest delivered beside it.';
comment on column release.outcome_file.content is 'The bytes, so that a delivery can be repeated exactly.';
comment on column release.outcome_file.delivered_at is 'When it stood at the provider''s account under its final name.';

create table release.outcome_row (
  outcome_file_id bigint not null references release.outcome_file, row_number bigint not null, sender text not null references intake.sender,
  client_key text not null, measure text not null, version integer not null,
  status text not null check (status in ('NUM', 'OPEN', 'DEN_ONLY', 'NOT_AVAILABLE')),
  event_month text, event_date date, window_name text not null, observed_through date, changed boolean not null,
  primary key (outcome_file_id, row_number),
  constraint only_an_event_has_a_month check (status = 'NUM' or (event_month is null and event_date is null))
);
comment on table release.outcome_row is 'A row of an outcome file, as it was told.';
comment on column release.outcome_row.outcome_file_id is 'The file.';
comment on column release.outcome_row.row_number is 'Row, from 1.';
comment on column release.outcome_row.sender is 'The provider who received it.';
comment on column release.outcome_row.client_key is 'The provider''s own client id.';
comment on column release.outcome_row.measure is 'The measure.';
comment on column release.outcome_row.version is 'Its version.';
comment on column release.outcome_row.status is 'NUM, OPEN, DEN_ONLY or NOT_AVAILABLE.';
comment on column release.outcome_row.event_month is 'Month of the event, as 2026-03.';
comment on column release.outcome_row.event_date is 'Day of the event, where the rule grants it.';
comment on column release.outcome_row.window_name is 'Window of the measure, such as P180D.';
comment on column release.outcome_row.observed_through is 'Last day for which the source is complete.';
comment on column release.outcome_row.changed is 'True where the row differs from the file that is superseded.';

create table release.disclosure (
  disclosure_id bigint generated always as identity primary key, outcome_file_id bigint not null references release.outcome_file,
  recipient text not null references intake.sender, recipient_address text not null, client_id bigint references linkage.client,
  client_key text not null, measures text[] not null, agreements text[] not null, policy_rules text[] not null, consents bigint[] not null,
  data_classes text[] not null, purpose text not null, legal_basis text not null, description text not null,
  file_sha256 text not null, disclosed_at timestamptz not null, unique (outcome_file_id, client_key)
);
create index disclosure_client on release.disclosure (client_id);
comment on table release.disclosure is 'Accounting of disclosures: one row per client and file, append-only (45 CFR 164.528, 42 CFR 2.25).';
comment on column release.disclosure.disclosure_id is 'Key of the entry.';
comment on column release.disclosure.outcome_file_id is 'The file.';
comment on column release.disclosure.recipient is 'Who was told.';
comment on column release.disclosure.recipient_address is 'Where it was sent: transport and account.';
comment on column release.disclosure.client_id is 'The joint client; empty where nothing linked was told.';
comment on column release.disclosure.client_key is 'The recipient''s own client id.';
comment on column release.disclosure.measures is 'Measures told.';
comment on column release.disclosure.agreements is 'Agreements in force that allowed it.';
comment on column release.disclosure.policy_rules is 'Policy rules that allowed it.';
comment on column release.disclosure.consents is 'Consents relied on.';
comment on column release.disclosure.data_classes is 'Classes of data told.';
comment on column release.disclosure.purpose is 'Purpose.';
comment on column release.disclosure.legal_basis is 'Statute or regulation.';
comment on column release.disclosure.description is 'Brief description of what was told; no value.';
comment on column release.disclosure.file_sha256 is 'SHA-256 of the file.';
comment on column release.disclosure.disclosed_at is 'Instant of the decision.';

create table release.acknowledgement (
  outcome_file_id bigint primary key references release.outcome_file, sender text not null references intake.sender,
  file_name text not null, sha256 text, row_count bigint, outcome text not null check (outcome in ('accepted', 'refused')), received_at timestamptz not null
);
comment on table release.acknowledgement is 'The provider''s word that an outcome file arrived whole, or did not.';
comment on column release.acknowledgement.outcome_file_id is 'The outcome file.';
comment on column release.acknowledgement.sender is 'The provider.';
comment on column release.acknowledgement.file_name is 'Name of the acknowledgement file.';
comment on column release.acknowledgement.sha256 is 'SHA-256 that the provider found.';
comment on column release.acknowledgement.row_count is 'Rows that the provider counted.';
comment on column release.acknowledgement.outcome is 'accepted, or refused where hash or count differ or the provider says so.';
comment on column release.acknowledgement.received_at is 'When it was read.';

create trigger disclosure_is_append_only before update or delete on release.disclosure
  for each row execute function audit.refuse_change();
create trigger outcome_row_is_append_only before update or delete on release.outcome_row
  for each row execute function audit.refuse_change();
create trigger disclosure_is_not_truncated before truncate on release.disclosure execute function audit.refuse_change();
