package io.quantloom.persistence;

import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.persistence.json.Json;
import io.quantloom.persistence.json.StudyJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Studies and trials, in the order of their first recording. */
final class H2StudyStore implements StudyStore {

    private final Database database;

    H2StudyStore(Database database) {
        this.database = database;
    }

    @Override
    public void define(Study study) {
        String id = study.spec().id();
        database.change(handle -> {
            Optional<Study> earlier = find(handle, id);
            if (earlier.isPresent()) {
                var kept = new Study(study.spec(), earlier.get().created());
                handle.execute("update study set body = ? where id = ?", Json.text(StudyJson.json(kept)), id);
            } else {
                handle.execute("insert into study (id, body) values (?, ?)", id, Json.text(StudyJson.json(study)));
            }
        });
    }

    @Override
    public Optional<Study> study(String id) {
        return database.read(handle -> find(handle, id));
    }

    @Override
    public List<Study> studies() {
        return database.read(handle -> handle.createQuery("select body from study order by no desc")
                .map((row, _) -> StudyJson.study(Json.parse(row.getString(1))))
                .list());
    }

    private static Optional<Study> find(Handle handle, String id) {
        return handle.createQuery("select body from study where id = ?")
                .bind(0, id)
                .map((row, _) -> StudyJson.study(Json.parse(row.getString(1))))
                .findOne();
    }

    @Override
    public void save(String family, Trial trial) {
        String body = Json.text(StudyJson.json(trial));
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
                .map((row, _) -> StudyJson.trial(Json.parse(row.getString(1))))
                .list());
    }
}
