create table prediction (
    no bigint generated always as identity primary key,
    symbol varchar not null,
    trend varchar not null,
    model varchar not null,
    version int not null,
    as_of bigint not null,
    body varchar not null,
    unique (model, version, as_of)
);
create index prediction_model on prediction (model, as_of, no);
create index prediction_symbol on prediction (symbol, trend, as_of, no);
