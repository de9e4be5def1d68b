create table linkage.run (
  run_id bigint generated always as identity primary key, model text not null, started_at timestamptz not null, finished_at timestamptz,
  records bigint, linked bigint, unsearchable bigint
);
comment on table linkage.run is 'One run of linkage over new and changed client records.';
comment on column linkage.run.run_id is 'Key of the run.';
comment on column linkage.run.model is 'Version of the rules that decided.';
comment on column linkage.run.started_at is 'When it began.';
comment on column linkage.run.finished_at is 'When it ended; empty for a run that did not.';
comment on column linkage.run.records is 'Client records looked at.';
comment on column linkage.run.linked is 'Client records that share a joint client with a record of another sender.';
comment on column linkage.run.unsearchable is 'Client records with too few identifiers to be searched.';

create table linkage.client (
  client_id bigint generated always as identity primary key, created_run bigint not null references linkage.run,
  retired_run bigint references linkage.run, superseded_by bigint references linkage.client
);
comment on table linkage.client is 'The joint person. The id is opaque, never reused, never derived from personal values.';
comment on column linkage.client.client_id is 'Opaque id.';
comment on column linkage.client.created_run is 'Run that made it.';
comment on column linkage.client.retired_run is 'Run that retired it.';
comment on column linkage.client.superseded_by is 'The joint client that took its records over.';

create table linkage.client_link (
  client_link_id bigint generated always as identity primary key, sender text not null references intake.sender, client_key text not null,
  client_id bigint not null references linkage.client, grade text not null check (grade in ('none', 'analytic', 'disclosure')),
  searchable boolean not null, reason text not null, run_id bigint not null references linkage.run,
  linked_from timestamptz not null, linked_to timestamptz
);
create unique index client_link_current on linkage.client_link (sender, client_key) where linked_to is null;
create index client_link_client on linkage.client_link (client_id) where linked_to is null;
comment on table linkage.client_link is 'Which joint client a sender''s client record belongs to, since when, and why. Records kept out of linkage have no row.';
comment on column linkage.client_link.client_link_id is 'Key of the link.';
comment on column linkage.client_link.sender is 'The sender.';
comment on column linkage.client_link.client_key is 'The sender''s key of the client.';
comment on column linkage.client_link.client_id is 'The joint client.';
comment on column linkage.client_link.grade is 'Strength of the weakest step that joins this record to the others: none (alone), analytic or disclosure.';
comment on column linkage.client_link.searchable is 'False where the record has too few identifiers to be found in another source.';
comment on column linkage.client_link.reason is 'Why, in words; no personal value.';
comment on column linkage.client_link.run_id is 'Run that decided.';
comment on column linkage.client_link.linked_from is 'Since when.';
comment on column linkage.client_link.linked_to is 'Until when; empty while it holds.';

create table linkage.comparison (
  comparison_id bigint generated always as identity primary key, run_id bigint not null references linkage.run,
  sender_a text not null, client_key_a text not null, sender_b text not null, client_key_b text not null,
  agreements text[] not null, conflicts text[] not null, decision text not null check (decision in ('link', 'review', 'no_link')),
  grade text not null check (grade in ('none', 'analytic', 'disclosure')), reason text not null
);
create index comparison_a on linkage.comparison (sender_a, client_key_a);
create index comparison_b on linkage.comparison (sender_b, client_key_b);
comment on table linkage.comparison is 'Two client records set side by side: what agreed, what spoke against it, what was decided.';
comment on column linkage.comparison.comparison_id is 'Key of the comparison.';
comment on column linkage.comparison.run_id is 'Run.';
comment on column linkage.comparison.sender_a is 'Sender of the first record.';
comment on column linkage.comparison.client_key_a is 'Its key.';
comment on column linkage.comparison.sender_b is 'Sender of the second record.';
comment on column linkage.comparison.client_key_b is 'Its key.';
comment on column linkage.comparison.agreements is 'Identifiers that agree, by name only.';
comment on column linkage.comparison.conflicts is 'Identifiers that contradict each other, by name only.';
comment on column linkage.comparison.decision is 'link, review or no_link.';
comment on column linkage.comparison.grade is 'Grade of the link.';
comment on column linkage.comparison.reason is 'Why, in words; no personal value.';

create table linkage.ruling (
  ruling_id bigint generated always as identity primary key, kind text not null check (kind in ('never', 'always')),
  sender_a text not null, client_key_a text not null, sender_b text not null, client_key_b text not null,
  author text not null, reason text not null, made_at timestamptz not null, revoked_at timestamptz, revoked_by text
);
create unique index ruling_current on linkage.ruling (sender_a, client_key_a, sender_b, client_key_b) where revoked_at is null;
comment on table linkage.ruling is 'A person''s decision that two client records are always or never the same client; it overrides every rule and stays.';
comment on column linkage.ruling.ruling_id is 'Key of the ruling.';
comment on column linkage.ruling.kind is 'never or always.';
comment on column linkage.ruling.sender_a is 'Sender of the first record; the pair is stored in order.';
comment on column linkage.ruling.client_key_a is 'Its key.';
comment on column linkage.ruling.sender_b is 'Sender of the second record.';
comment on column linkage.ruling.client_key_b is 'Its key.';
comment on column linkage.ruling.author is 'Database login of the author.';
comment on column linkage.ruling.reason is 'Why.';
comment on column linkage.ruling.made_at is 'When.';
comment on column linkage.ruling.revoked_at is 'When it was taken back.';
comment on column linkage.ruling.revoked_by is 'Who took it back.';

create table linkage.review_task (
  review_task_id bigint generated always as identity primary key, comparison_id bigint not null references linkage.comparison,
  opened_at timestamptz not null, closed_at timestamptz, ruling_id bigint references linkage.ruling
);
comment on table linkage.review_task is 'A doubtful pair that waits for a person''s ruling.';
comment on column linkage.review_task.review_task_id is 'Key of the task.';
comment on column linkage.review_task.comparison_id is 'The pair.';
comment on column linkage.review_task.opened_at is 'Since when it waits.';
comment on column linkage.review_task.closed_at is 'When it was decided or fell away.';
comment on column linkage.review_task.ruling_id is 'The ruling that closed it.';
