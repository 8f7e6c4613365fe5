create table registered_model (
    no bigint generated always as identity primary key,
    name varchar not null unique,
    created timestamp(9) with time zone not null,
    latest int not null
);

create table model_version (
    model bigint not null references registered_model,
    version int not null,
    body varchar not null,
    primary key (model, version)
);

create table model_alias (
    model bigint not null references registered_model,
    name varchar not null,
    version int not null,
    primary key (model, name)
);

create table model_transition (
    no bigint generated always as identity primary key,
    model bigint not null references registered_model,
    body varchar not null
);
create index model_transition_model on model_transition (model);

create table bot (
    no bigint generated always as identity primary key,
    name varchar not null unique,
    session bigint not null,
    body varchar not null
);

-- place = bot × 1,000,000,000 + sequence of the step.
create table bot_step (
    place bigint primary key,
    body varchar not null
);
