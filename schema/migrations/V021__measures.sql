-- The five measures of the first version. A change of meaning is a new row with the next version, never an edit.
insert into measure.definition (measure, version, title, direction, event_source, data_class, parameters, effective_from) values
  ('hl.return_ph_180d', 1, 'Returns to homelessness within 180 days of an exit to permanent housing', -1, 'homelessness', 'hmis',
   '{"window": "P180D", "unit": "exit", "attribution": "EXIT_PROVIDER", "ph_transition_days": 14, "th_transition_days": 0}', '2026-10-01'),
  ('hl.return_ph_365d', 1, 'Returns to homelessness within 365 days of an exit to permanent housing', -1, 'homelessness', 'hmis',
   '{"window": "P365D", "unit": "exit", "attribution": "EXIT_PROVIDER", "ph_transition_days": 14, "th_transition_days": 0}', '2026-10-01'),
  ('hl.return_ph_730d', 1, 'Returns to homelessness within 730 days of an exit to permanent housing', -1, 'homelessness', 'hmis',
   '{"window": "P730D", "unit": "exit", "attribution": "EXIT_PROVIDER", "ph_transition_days": 14, "th_transition_days": 0}', '2026-10-01'),
  ('cw.subsequent_involvement_6m', 1, 'Screened-in maltreatment report within 6 months of the end of services', -1, 'child_welfare', 'child_welfare',
   '{"window": "P6M", "unit": "exit", "attribution": "EXIT_PROVIDER"}', '2026-10-01'),
  ('cw.subsequent_involvement_12m', 1, 'Screened-in maltreatment report within 12 months of the end of services', -1, 'child_welfare', 'child_welfare',
   '{"window": "P12M", "unit": "exit", "attribution": "EXIT_PROVIDER"}', '2026-10-01');

-- A report after the end of services may be about an incident before it: it is no event of the measure, and is counted apart.
alter table measure.event_status add column earlier_incident boolean not null default false;
comment on column measure.event_status.earlier_incident is 'True where a report in the window is about an incident before the index event; not counted as an event, shown apart inside the agency, never told.';
alter table measure.value add column earlier_incident bigint not null default 0;
comment on column measure.value.earlier_incident is 'Index events with a report in the window about an incident before the index event.';
