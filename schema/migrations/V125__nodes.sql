-- Several processes of the hub may serve one database: each partner is served by one of them at a time, by this database's clock.
create table intake.node (
  node_id bigint generated always as identity primary key,
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'), host text not null,
  started_at timestamptz not null default clock_timestamp(), seen_at timestamptz not null default clock_timestamp(),
  alive_until timestamptz not null
);
comment on table intake.node is 'Processes of the hub that serve. One that stays silent until its lease has ended is struck off, and never comes back under its number.';
comment on column intake.node.node_id is 'Number of the node, never used again.';
comment on column intake.node.name is 'Its name, which one node bears at a time.';
comment on column intake.node.host is 'Name of the machine on which it runs.';
comment on column intake.node.started_at is 'When it began to serve.';
comment on column intake.node.seen_at is 'When it was heard of last.';
comment on column intake.node.alive_until is 'End of its lease, by this database''s clock: till then it holds its partners, from then on any other node may take them.';

create table intake.holding (
  sender text primary key references intake.sender on delete cascade,
  node_id bigint not null references intake.node on delete cascade,
  since timestamptz not null default clock_timestamp()
);
create index holding_node on intake.holding (node_id);
comment on table intake.holding is 'Which node serves which partner now: its inbox, its channels that are asked, and its receipts. It ends with the node.';
comment on column intake.holding.sender is 'The partner, with all its feeds.';
comment on column intake.holding.node_id is 'The node.';
comment on column intake.holding.since is 'Since when.';
grant select, insert, update, delete on intake.node to ${role_prefix}hub;
grant select, insert, delete on intake.holding to ${role_prefix}hub;
