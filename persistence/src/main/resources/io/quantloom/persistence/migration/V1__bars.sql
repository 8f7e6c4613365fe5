-- Facts about the workspace itself: product_version, journal_sequence.
create table workspace_fact (
    name varchar(40) primary key,
    content varchar not null
);

create table instrument (
    symbol varchar(40) primary key,
    currency varchar not null,
    calendar varchar(40) not null,
    calendar_note varchar not null,
    lot double precision not null,
    perpetual boolean not null,
    synthetic varchar
);

create table series (
    no bigint generated always as identity primary key,
    symbol varchar(40) not null references instrument,
    timeframe_seconds bigint not null,
    source varchar not null,
    bars int not null,
    first_time bigint not null,
    last_time bigint not null,
    hash char(64) not null,
    unique (symbol, timeframe_seconds, source)
);

-- place = series × 1,000,000 + number of the chunk. One number as key, because H2 keeps the rows of a table in the
-- order of such a key: one tree instead of two, and a series lies together. A blob, not a binary value: replacing values
-- in a transaction writes each of them several times, blobs once (measured: 1.2 GB against 48 MB for a million bars).
create table bar_chunk (
    place bigint primary key,
    bars int not null,
    checksum int not null,
    body blob not null
);

create table funding_chunk (
    symbol varchar(40) not null,
    part int not null,
    rates int not null,
    checksum int not null,
    body blob not null,
    primary key (symbol, part)
);
