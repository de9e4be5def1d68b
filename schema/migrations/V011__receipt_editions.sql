alter table intake.receipt add column edition integer not null default 1;
comment on column intake.receipt.edition is 'Counts up whenever the receipt changes, as when waiting records were taken up; each edition is a file of its own.';
