create table measure.definition (
  measure text not null, version integer not null, title text not null, direction smallint not null check (direction in (-1, 0, 1)),
  event_source text not null, data_class text not null, parameters jsonb not null, effective_from date not null, primary key (measure, version)
);
comment on table measure.definition is 'An outcome measure in one version; a change of meaning is a new version.';
comment on column measure.definition.measure is 'Id, such as hl.return_ph_180d.';
comment on column measure.definition.version is 'Version.';
comment on column measure.definition.title is 'Title.';
comment on column measure.definition.direction is '1 where higher is better, -1 where lower is better, 0 neutral.';
comment on column measure.definition.event_source is 'Kind of source whose watermark decides maturity: homelessness or child_welfare.';
comment on column measure.definition.data_class is 'Class of data that a value tells: hmis, child_welfare ...';
comment on column measure.definition.parameters is 'Its parameters, such as the window.';
comment on column measure.definition.effective_from is 'First day on which it is computed.';

create table measure.observed_through (
  feed_id bigint primary key references intake.feed, source text not null, through date not null,
  submission_id bigint references intake.submission, set_at timestamptz not null
);
comment on table measure.observed_through is 'Watermark of a feed: the last day for which it is complete. Not the day of the run.';
comment on column measure.observed_through.feed_id is 'The feed.';
comment on column measure.observed_through.source is 'Kind of source: homelessness or child_welfare.';
comment on column measure.observed_through.through is 'Last complete day.';
comment on column measure.observed_through.submission_id is 'Submission that moved it.';
comment on column measure.observed_through.set_at is 'When.';

create table measure.run (run_id bigint generated always as identity primary key, as_of timestamptz not null, finished_at timestamptz);
comment on table measure.run is 'One computation of the measures.';
comment on column measure.run.run_id is 'Key of the run.';
comment on column measure.run.as_of is 'The hub''s beliefs of this instant were used.';
comment on column measure.run.finished_at is 'When it ended.';

create table measure.event_status (
  event_status_id bigint generated always as identity primary key, run_id bigint not null references measure.run,
  measure text not null, version integer not null, sender text not null, client_key text not null, index_key text not null,
  client_id bigint references linkage.client, index_date date not null,
  status text not null check (status in ('NUM', 'DEN_ONLY', 'EXCLUDED', 'IMMATURE', 'UNKNOWN')), reason text,
  event_date date, event_sender text, event_key text, window_end date not null, observed_through date,
  link_grade text not null check (link_grade in ('none', 'analytic', 'disclosure')), service_start date,
  foreign key (measure, version) references measure.definition,
  constraint reason_where_needed check ((status in ('EXCLUDED', 'UNKNOWN')) = (reason is not null)),
  unique (run_id, measure, version, sender, index_key)
);
create index event_status_client on measure.event_status (run_id, sender, client_key);
comment on table measure.event_status is 'The one status of every index event in a run.';
comment on column measure.event_status.event_status_id is 'Key.';
comment on column measure.event_status.run_id is 'The run.';
comment on column measure.event_status.measure is 'The measure.';
comment on column measure.event_status.version is 'Its version.';
comment on column measure.event_status.sender is 'The provider whose service the index event ended.';
comment on column measure.event_status.client_key is 'The provider''s key of the client.';
comment on column measure.event_status.index_key is 'The provider''s key of the enrollment that ended.';
comment on column measure.event_status.client_id is 'The joint client; empty for a client who is not linked.';
comment on column measure.event_status.index_date is 'Day of the index event.';
comment on column measure.event_status.status is 'NUM, DEN_ONLY, EXCLUDED, IMMATURE or UNKNOWN.';
comment on column measure.event_status.reason is 'Why it is excluded or unknown: NO_LINK, SOURCE_GAP, MISSING_FIELD ...';
comment on column measure.event_status.event_date is 'Day of the event that was found, also where the window is still open.';
comment on column measure.event_status.event_sender is 'Sender of the record that shows the event; never leaves.';
comment on column measure.event_status.event_key is 'Its key; never leaves.';
comment on column measure.event_status.window_end is 'Last day of the window.';
comment on column measure.event_status.observed_through is 'Watermark of the source in this run.';
comment on column measure.event_status.link_grade is 'Grade of the link between the provider''s record and the record that shows the event; none where nothing was found.';
comment on column measure.event_status.service_start is 'First day of the service that ended; nothing before it is ever told.';

create table measure.value (
  run_id bigint not null references measure.run, measure text not null, version integer not null, sender text not null,
  numerator bigint not null, denominator bigint not null, excluded bigint not null, immature bigint not null, unknown bigint not null,
  population bigint not null, observed_through date, primary key (run_id, measure, version, sender),
  foreign key (measure, version) references measure.definition,
  constraint statuses_add_up check (population = denominator + excluded + immature + unknown and numerator <= denominator)
);
comment on table measure.value is 'Counts of a measure for one provider; a rate is computed from them when shown.';
comment on column measure.value.run_id is 'The run.';
comment on column measure.value.measure is 'The measure.';
comment on column measure.value.version is 'Its version.';
comment on column measure.value.sender is 'The provider.';
comment on column measure.value.numerator is 'Mature index events with the event.';
comment on column measure.value.denominator is 'Mature index events that are known.';
comment on column measure.value.excluded is 'Index events left out by definition.';
comment on column measure.value.immature is 'Index events whose window is not complete.';
comment on column measure.value.unknown is 'Index events that could not be observed.';
comment on column measure.value.population is 'All index events.';
comment on column measure.value.observed_through is 'Watermark of the source.';
