-- A comparison holds until a later run finds otherwise; only changes are written, so that a run that finds nothing new writes nothing.
alter table linkage.comparison add column closed_run bigint references linkage.run;
comment on column linkage.comparison.closed_run is 'Run that found it no longer holds as it stands; empty while it does.';
create unique index comparison_current on linkage.comparison (sender_a, client_key_a, sender_b, client_key_b) where closed_run is null;
create index review_task_open on linkage.review_task (comparison_id) where closed_at is null;
create index ruling_pair on linkage.ruling (made_at) where revoked_at is null;
