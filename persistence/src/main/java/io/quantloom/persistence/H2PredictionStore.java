package io.quantloom.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.registry.Trend;
import io.quantloom.persistence.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Predictions; of one bar the higher number was written later. */
final class H2PredictionStore implements PredictionStore {

    private static final String NEWEST_FIRST = " order by as_of desc, no desc";

    private final Database database;

    H2PredictionStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(Prediction prediction) {
        String body = Json.text(json(prediction));
        long asOf = prediction.asOf().toEpochMilli();
        database.change(handle -> {
            handle.execute(
                    "delete from prediction where model = ? and version = ? and as_of = ?",
                    prediction.model(),
                    prediction.version(),
                    asOf);
            handle.execute(
                    "insert into prediction (symbol, trend, model, version, as_of, body) values (?, ?, ?, ?, ?, ?)",
                    prediction.symbol(),
                    prediction.trend().text(),
                    prediction.model(),
                    prediction.version(),
                    asOf,
                    body);
        });
    }

    @Override
    public Optional<Prediction> latest(String model) {
        return database.read(handle -> handle.createQuery(
                        "select body from prediction where model = ?" + NEWEST_FIRST + " fetch first row only")
                .bind(0, model)
                .map((row, _) -> prediction(row))
                .findOne());
    }

    @Override
    public List<Prediction> latest() {
        List<String> models =
                database.read(handle -> handle.createQuery("select distinct model from prediction order by model")
                        .mapTo(String.class)
                        .list());
        return models.stream().flatMap(model -> latest(model).stream()).toList();
    }

    @Override
    public List<Prediction> history(String symbol, Trend trend, int limit) {
        return database.read(handle -> handle.createQuery("select body from prediction where symbol = ? and trend = ?"
                        + NEWEST_FIRST + " fetch first ? rows only")
                .bind(0, symbol)
                .bind(1, trend.text())
                .bind(2, limit)
                .map((row, _) -> prediction(row))
                .list());
    }

    private static ObjectNode json(Prediction prediction) {
        ObjectNode object = Json.object()
                .put("symbol", prediction.symbol())
                .put("trend", prediction.trend().text())
                .put("probability", prediction.probability());
        object.set("inputs", Json.numbers(prediction.inputs()));
        object.put("model", prediction.model()).put("version", prediction.version());
        Json.put(object, "target_pct", prediction.targetPct());
        Json.put(object, "window_days", prediction.windowDays());
        return object.put("as_of", prediction.asOf().toString())
                .put("made", prediction.made().toString());
    }

    private static Prediction prediction(ResultSet row) throws SQLException {
        ObjectNode object = Json.parse(row.getString(1));
        String trend = Json.string(object, "trend");
        return new Prediction(
                Json.string(object, "symbol"),
                Trend.parse(trend).orElseThrow(() -> Json.damage("a trend " + trend)),
                Json.number(object, "probability"),
                Json.numbers(Json.field(object, "inputs")),
                Json.string(object, "model"),
                Json.field(object, "version").intValue(),
                Json.optionalNumber(object, "target_pct"),
                Json.optionalInt(object, "window_days"),
                Json.instant(object, "as_of"),
                Json.instant(object, "made"));
    }
}
