create table trial (
    no bigint generated always as identity primary key,
    study varchar not null,
    number int not null,
    family varchar not null,
    body varchar not null,
    unique (study, number)
);
create index trial_family on trial (family);
