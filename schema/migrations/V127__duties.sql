-- What one node at a time does again and again. The form of the table is that of db-scheduler.
create table intake.duty (
  task_name text not null, task_instance text not null, task_data bytea,
  execution_time timestamptz not null, picked boolean not null, picked_by text,
  last_success timestamptz, last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz,
  version bigint not null, priority smallint,
  primary key (task_name, task_instance)
);
comment on table intake.duty is 'Duties of the hub that one node at a time does: when each is due next, and who is at it.';
comment on column intake.duty.task_name is 'The duty.';
comment on column intake.duty.task_instance is 'Always recurring: each duty is there once.';
comment on column intake.duty.task_data is 'Always empty.';
comment on column intake.duty.execution_time is 'When it is due next, by this database''s clock.';
comment on column intake.duty.picked is 'True while a node is at it.';
comment on column intake.duty.picked_by is 'Name of that node.';
comment on column intake.duty.last_success is 'When it was done last.';
comment on column intake.duty.last_failure is 'When it failed last.';
comment on column intake.duty.consecutive_failures is 'How often it has failed since it was done last.';
comment on column intake.duty.last_heartbeat is 'When the node at it was heard of last; another one takes the duty up after twenty silent seconds.';
comment on column intake.duty.version is 'Counts the changes; of two nodes that want the duty one sees the number it knew.';
comment on column intake.duty.priority is 'Always empty: no duty goes before another.';
grant select, insert, update, delete on intake.duty to ${role_prefix}hub;
