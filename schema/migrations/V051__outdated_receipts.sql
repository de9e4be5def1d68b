alter table intake.receipt add column outdated boolean not null default false;
comment on column intake.receipt.outdated is 'True from when records were decided again until the receipt is issued again.';
