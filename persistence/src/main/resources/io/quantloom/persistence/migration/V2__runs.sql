create table experiment (
    no bigint generated always as identity primary key,
    name varchar not null unique,
    created timestamp(9) with time zone not null
);

-- facts: params, tags and the last value of each metric, to the bit; what a run is read from.
create table run (
    no bigint generated always as identity primary key,
    id varchar(40) not null unique,
    experiment bigint not null references experiment,
    name varchar not null,
    parent bigint references run,
    status varchar(20) not null,
    started timestamp(9) with time zone not null,
    ended timestamp(9) with time zone,
    facts varbinary not null
);

-- Names of params, tags and metrics.
create table run_key (
    no bigint generated always as identity primary key,
    kind varchar(10) not null,
    name varchar not null,
    unique (kind, name)
);

-- What runs are searched by. place = run × 1,000,000 + number of the key: the row of a run and a key is found in one
-- step, and the rows of a run lie together, so that a commit writes few pages. Of metrics the last value; no row for NaN.
create table run_metric (
    place bigint primary key,
    amount double precision not null
);

create table run_text (
    place bigint primary key,
    content varchar not null
);

-- All values ever logged; one row for each call. place = run × 1,000,000 + number of the call.
create table run_history (
    place bigint primary key,
    body varbinary not null
);

create table run_file (
    run bigint not null references run,
    path varchar(500) not null,
    size bigint not null,
    hash char(64) not null,
    primary key (run, path)
);
