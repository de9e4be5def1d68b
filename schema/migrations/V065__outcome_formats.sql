-- How outcome files are written for a recipient.
alter table release.agreement add column outcome_format text not null default 'csv' check (outcome_format in ('csv', 'json', 'xlsx', 'fixed_width'));
comment on column release.agreement.outcome_format is 'How outcome files for the recipient are written: csv, json, xlsx or fixed_width.';
