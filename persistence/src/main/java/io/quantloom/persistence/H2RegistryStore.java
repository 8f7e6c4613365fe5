package io.quantloom.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryMoves;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.Transition;
import io.quantloom.persistence.json.Json;
import io.quantloom.persistence.json.RegistryJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/** Registered models: versions and transitions are journaled facts. */
final class H2RegistryStore implements RegistryStore {

    private static final String VERSION = "model-version";
    private static final String TRANSITION = "registry-transition";
    private static final String MODELS = "select no, name, created, latest from registered_model";

    private final Database database;
    private final JournaledFacts facts;

    H2RegistryStore(Database database, JournaledFacts facts) {
        this.database = database;
        this.facts = facts;
        facts.project(VERSION, H2RegistryStore::writeVersion);
        facts.project(TRANSITION, H2RegistryStore::writeTransition);
    }

    @Override
    public List<RegisteredModel> models() {
        return database.read(handle -> {
            List<Line> lines = handle.createQuery(MODELS + " order by name")
                    .map((row, _) -> line(row))
                    .list();
            List<RegisteredModel> models = new ArrayList<>();
            for (Line line : lines) {
                models.add(model(handle, line));
            }
            return models;
        });
    }

    @Override
    public Optional<RegisteredModel> model(String name) {
        return database.read(handle -> find(handle, name).map(line -> model(handle, line)));
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return database.read(handle -> handle.createQuery("select v.body from model_version v"
                        + " join registered_model m on m.no = v.model where m.name = ? order by v.version desc")
                .bind(0, model)
                .map((row, _) -> RegistryJson.version(Json.parse(row.getString(1))))
                .list());
    }

    @Override
    public Optional<ModelVersion> version(String model, int version) {
        return database.read(handle -> handle.createQuery("select v.body from model_version v"
                        + " join registered_model m on m.no = v.model where m.name = ? and v.version = ?")
                .bind(0, model)
                .bind(1, version)
                .map((row, _) -> RegistryJson.version(Json.parse(row.getString(1))))
                .findOne());
    }

    @Override
    public ModelVersion register(String model, IntFunction<ModelVersion> make) {
        return facts.write(handle -> {
            int number = find(handle, model).map(Line::latest).orElse(0) + 1;
            ModelVersion version = make.apply(number);
            if (!version.model().equals(model) || version.version() != number) {
                throw new IllegalArgumentException("expected version " + number + " of " + model + ", found version "
                        + version.version() + " of " + version.model());
            }
            facts.append(handle, VERSION, RegistryJson.json(version));
            return version;
        });
    }

    @Override
    public Outcome<Transition> apply(Transition transition, Map<String, OptionalInt> moves) {
        RegistryMoves.check(transition, moves);
        return facts.write(handle -> {
            Optional<Line> line = find(handle, transition.model());
            if (line.isEmpty()) {
                return Outcome.failed(RegistryMoves.unknown(transition.model()));
            }
            for (OptionalInt to : moves.values()) {
                if (to.isPresent() && to.getAsInt() > line.get().latest) {
                    return Outcome.failed(RegistryMoves.unknown(transition.model() + " version " + to.getAsInt()));
                }
            }
            Optional<Failure> conflict = RegistryMoves.conflict(model(handle, line.get()), transition, moves);
            if (conflict.isPresent()) {
                return Outcome.failed(conflict.get());
            }
            ObjectNode fact = Json.object();
            fact.set("transition", RegistryJson.json(transition));
            fact.set("moves", RegistryJson.json(moves));
            facts.append(handle, TRANSITION, fact);
            return Outcome.success(transition);
        });
    }

    @Override
    public List<Transition> history(String model) {
        return database.read(handle -> handle.createQuery("select t.body from model_transition t"
                        + " join registered_model m on m.no = t.model where m.name = ? order by t.no desc")
                .bind(0, model)
                .map((row, _) -> RegistryJson.transition(Json.parse(row.getString(1))))
                .list());
    }

    private record Line(long no, String name, Instant created, int latest) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("no"),
                row.getString("name"),
                row.getObject("created", Instant.class),
                row.getInt("latest"));
    }

    private static Optional<Line> find(Handle handle, String name) {
        return handle.createQuery(MODELS + " where name = ?")
                .bind(0, name)
                .map((row, _) -> line(row))
                .findOne();
    }

    private static RegisteredModel model(Handle handle, Line line) {
        TreeMap<String, Integer> aliases = new TreeMap<>();
        handle.createQuery("select name, version from model_alias where model = ?")
                .bind(0, line.no)
                .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(alias -> aliases.put(alias.getKey(), alias.getValue()));
        return new RegisteredModel(line.name, line.created, line.latest, aliases);
    }

    private static void writeVersion(Handle handle, ObjectNode fact) {
        ModelVersion version = RegistryJson.version(fact);
        if (find(handle, version.model()).isEmpty()) {
            handle.execute(
                    "insert into registered_model (name, created, latest) values (?, ?, 0)",
                    version.model(),
                    RunSearch.time(version.created()));
        }
        Line line = find(handle, version.model()).orElseThrow();
        handle.execute(
                "merge into model_version (model, version, body) values (?, ?, ?)",
                line.no,
                version.version(),
                Json.text(fact));
        handle.execute(
                "update registered_model set latest = ? where no = ?",
                Math.max(line.latest, version.version()),
                line.no);
    }

    private static void writeTransition(Handle handle, ObjectNode fact) {
        ObjectNode transition = Json.child(fact, "transition");
        long model = find(handle, Json.string(transition, "model")).orElseThrow().no;
        handle.execute("insert into model_transition (model, body) values (?, ?)", model, Json.text(transition));
        Json.child(fact, "moves").properties().forEach(move -> {
            int to = move.getValue().intValue();
            if (to > 0) {
                handle.execute(
                        "merge into model_alias (model, name, version) values (?, ?, ?)", model, move.getKey(), to);
            } else {
                handle.execute("delete from model_alias where model = ? and name = ?", model, move.getKey());
            }
        });
    }
}
