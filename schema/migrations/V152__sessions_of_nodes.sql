-- A process that stands still keeps its transactions open, and with them the locks that its successor waits for.
alter table intake.node add column session text not null default '';
comment on column intake.node.session is 'Name that the connections of this process bear at the server. Who finds its lease ended cuts them: what it left open would keep others waiting.';
