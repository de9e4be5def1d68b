-- An event may be shown by several senders, and only some of them may tell it to the provider: release chooses among these rows.
create table measure.event_seen (
  event_status_id bigint not null references measure.event_status on delete cascade,
  event_sender text not null references intake.sender, event_date date not null, event_key text not null,
  link_grade text not null check (link_grade in ('none', 'analytic', 'disclosure')),
  primary key (event_status_id, event_sender)
);
comment on table measure.event_seen is 'Who shows the event of an index event: one row per sender, its earliest event inside the window.';
comment on column measure.event_seen.event_status_id is 'The index event.';
comment on column measure.event_seen.event_sender is 'Sender of the record that shows the event; never leaves.';
comment on column measure.event_seen.event_date is 'Day of the event.';
comment on column measure.event_seen.event_key is 'The sender''s key of that record; never leaves.';
comment on column measure.event_seen.link_grade is 'Grade of the link between the provider''s record and that sender''s record; disclosure where it is the same record.';
grant select, insert, update, delete on measure.event_seen to ${role_prefix}hub;

comment on column release.outcome_row.changed is 'True where version, status, month or day of the event differs from the last delivered file, or the row is new in it; a later watermark alone is no change.';
comment on column release.outcome_file.supersedes is 'The last delivered file, which it replaces.';
comment on column release.disclosure.client_id is 'The joint client; empty where nothing was told about the client.';
comment on column release.disclosure.measures is 'Measures told; empty where every row of the client was NOT_AVAILABLE.';
comment on column release.disclosure.legal_basis is 'Statute or regulation; empty where nothing was told.';
comment on column release.consent.client_key is 'Sender''s key of the client; a consent speaks for the sender''s own client only.';
comment on column release.consent.data_classes is 'Classes of data covered, joined by |: hmis, child_welfare, justice, wages, health, sud.';
comment on column release.policy_rule.data_class is 'Class of data: hmis, child_welfare, justice, wages, health, sud.';
