package io.quantloom.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import java.time.Instant;
import java.util.List;

/** Trials, in the order of their first recording. */
final class H2StudyStore implements StudyStore {

    private final Database database;

    H2StudyStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(String family, Trial trial) {
        String body = Json.text(json(trial));
        database.change(handle -> {
            int replaced = handle.createUpdate("update trial set family = ?, body = ? where study = ? and number = ?")
                    .bind(0, family)
                    .bind(1, body)
                    .bind(2, trial.study())
                    .bind(3, trial.number())
                    .execute();
            if (replaced == 0) {
                handle.execute(
                        "insert into trial (study, number, family, body) values (?, ?, ?, ?)",
                        trial.study(),
                        trial.number(),
                        family,
                        body);
            }
        });
    }

    @Override
    public List<Trial> trials(String study) {
        return find("select body from trial where study = ? order by number", study);
    }

    @Override
    public List<Trial> family(String family) {
        return find("select body from trial where family = ? order by no", family);
    }

    private List<Trial> find(String sql, String of) {
        return database.read(handle -> handle.createQuery(sql)
                .bind(0, of)
                .map((row, _) -> trial(Json.parse(row.getString(1))))
                .list());
    }

    private static ObjectNode json(Trial trial) {
        ObjectNode object = Json.object()
                .put("study", trial.study())
                .put("number", trial.number())
                .put("state", trial.state().name());
        object.set("parameters", Json.hyperparameters(trial.parameters()));
        Json.put(object, "value", trial.value());
        Json.put(object, "sharpe_per_bar", trial.sharpePerBar());
        object.put("started", trial.started().toString());
        Json.put(object, "ended", trial.ended());
        return object.put("reason", trial.reason());
    }

    private static Trial trial(ObjectNode object) {
        return new Trial(
                Json.string(object, "study"),
                Json.field(object, "number").intValue(),
                Trial.State.valueOf(Json.string(object, "state")),
                Json.hyperparameters(Json.field(object, "parameters")),
                Json.optionalNumber(object, "value"),
                Json.optionalNumber(object, "sharpe_per_bar"),
                Json.instant(object, "started"),
                Json.optional(object, "ended", Instant::parse),
                Json.string(object, "reason"));
    }
}
