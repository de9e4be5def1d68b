create schema if not exists intake;
comment on schema intake is 'What arrived, from whom, in which state.';
create table intake.placeholder (id bigint primary key);
comment on table intake.placeholder is 'Stands in until the first real table arrives.';
comment on column intake.placeholder.id is 'Key.';
