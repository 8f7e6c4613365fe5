create table study (
    no bigint generated always as identity primary key,
    id varchar not null unique,
    body varchar not null
);
