package io.quantloom.persistence;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.Artifact;
import io.quantloom.engine.experiment.ArtifactPath;
import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.experiment.Experiment;
import io.quantloom.engine.experiment.ExperimentId;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Runs: what was logged is one value of the run's row; beside it stands what runs are searched by. */
final class H2RunStore implements RunStore {

    private static final String COLUMNS =
            "r.no, r.id, r.experiment, r.name, p.id as parent, r.status, r.started, r.ended, r.facts";
    private static final int HISTORY_PART = 10_000;

    private final Database database;
    private final ArtifactStore contents;
    private final Ids ids;

    H2RunStore(Database database, ArtifactStore contents, Ids ids) {
        this.database = database;
        this.contents = contents;
        this.ids = ids;
    }

    @Override
    public List<Experiment> experiments() {
        return database.read(handle -> handle.createQuery("select no, name, created from experiment order by name")
                .map((row, _) -> experiment(row))
                .list());
    }

    @Override
    public Optional<Experiment> experiment(String name) {
        return database.read(handle -> experiment(handle, name));
    }

    @Override
    public Run begin(RunDraft draft) {
        return database.write(handle -> {
            Optional<Long> parent = draft.parent().map(id -> open(handle, id).no);
            Experiment experiment = experiment(handle, draft.experiment()).orElseGet(() -> make(handle, draft));
            RunId id = new RunId(ids.next());
            RunFacts facts = RunFacts.of(draft.params(), draft.tags());
            long no = handle.createUpdate("insert into run (id, experiment, name, parent, status, started, facts)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, id.value())
                    .bind(1, Long.parseLong(experiment.id().value()))
                    .bind(2, draft.name())
                    .bind(3, parent.orElse(null))
                    .bind(4, RunStatus.RUNNING.name())
                    .bind(5, RunSearch.time(draft.started()))
                    .bind(6, facts.encode())
                    .executeAndReturnGeneratedKeys("no")
                    .mapTo(Long.class)
                    .one();
            writeTexts(handle, no, Field.PARAM, draft.params());
            writeTexts(handle, no, Field.TAG, draft.tags());
            return new Run(
                    id,
                    experiment.id(),
                    draft.name(),
                    draft.parent(),
                    RunStatus.RUNNING,
                    draft.started(),
                    Optional.empty(),
                    facts.params(),
                    new TreeMap<>(),
                    facts.tags());
        });
    }

    @Override
    public void logParams(RunId run, Map<String, String> params) {
        change(run, (handle, opened) -> {
            opened.facts.params().putAll(params);
            writeTexts(handle, opened.no, Field.PARAM, params);
        });
    }

    @Override
    public void setTags(RunId run, Map<String, String> tags) {
        change(run, (handle, opened) -> {
            opened.facts.tags().putAll(tags);
            writeTexts(handle, opened.no, Field.TAG, tags);
        });
    }

    @Override
    public void logMetrics(RunId run, List<Metric> metrics) {
        change(run, (handle, opened) -> {
            Set<String> changed = new TreeSet<>();
            for (Metric metric : metrics) {
                if (opened.facts.offer(metric)) {
                    changed.add(metric.key());
                }
            }
            writeLatest(handle, opened, changed);
            writeHistory(handle, opened.no, metrics);
        });
    }

    @Override
    public void setStatus(RunId run, RunStatus status, Instant ended) {
        database.change(handle -> {
            int found = handle.createUpdate("update run set status = ?, ended = ? where id = ?")
                    .bind(0, status.name())
                    .bind(1, status.isEnded() ? RunSearch.time(ended) : null)
                    .bind(2, run.value())
                    .execute();
            if (found == 0) {
                throw unknown(run);
            }
        });
    }

    @Override
    public Optional<Run> find(RunId run) {
        return database.read(handle -> handle.createQuery(
                        "select " + COLUMNS + " from run r left join run p on p.no = r.parent where r.id = ?")
                .bind(0, run.value())
                .map((row, _) -> run(row))
                .findOne());
    }

    @Override
    public List<Run> search(RunQuery query) {
        return database.read(handle -> RunSearch.query(handle, COLUMNS, query)
                .map((row, _) -> run(row))
                .list());
    }

    @Override
    public List<Metric> history(RunId run, String key) {
        return database.read(handle -> {
            Set<Metric> found = new LinkedHashSet<>();
            handle.createQuery("select h.body from run r join run_history h on h.place between r.no * " + RunKeys.PLACES
                            + " and r.no * " + RunKeys.PLACES + " + " + (RunKeys.PLACES - 1)
                            + " where r.id = ? order by h.place")
                    .bind(0, run.value())
                    .mapTo(byte[].class)
                    .forEach(body -> RunFacts.decodeMetrics(body).stream()
                            .filter(metric -> metric.key().equals(key))
                            .forEach(found::add));
            return found.stream()
                    .sorted(Comparator.comparingLong(Metric::step).thenComparing(Metric::timestamp))
                    .toList();
        });
    }

    @Override
    public Artifact saveArtifact(RunId run, String path, byte[] content) {
        ArtifactPath.check(path);
        database.read(handle -> open(handle, run));
        Artifact artifact = new Artifact(path, content.length, contents.put(content));
        return database.write(handle -> {
            handle.execute(
                    "merge into run_file (run, path, size, hash) values (?, ?, ?, ?)",
                    open(handle, run).no,
                    path,
                    artifact.size(),
                    artifact.hash().hex());
            return artifact;
        });
    }

    @Override
    public List<Artifact> artifacts(RunId run) {
        return database.read(handle -> handle.createQuery("select f.path, f.size, f.hash from run_file f"
                        + " join run r on r.no = f.run where r.id = ? order by f.path")
                .bind(0, run.value())
                .map((row, _) -> new Artifact(row.getString(1), row.getLong(2), new Sha256(row.getString(3))))
                .list());
    }

    @Override
    public Outcome<byte[]> loadArtifact(RunId run, String path) {
        Optional<Artifact> artifact = artifacts(run).stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst();
        if (artifact.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA,
                    "a file " + path + " of run " + run,
                    "none",
                    "",
                    "list the run's files"));
        }
        return contents.get(artifact.get().hash());
    }

    private record Opened(long no, RunFacts facts) {}

    private interface Change {
        void apply(Handle handle, Opened run);
    }

    private void change(RunId run, Change change) {
        database.change(handle -> {
            Opened opened = open(handle, run);
            change.apply(handle, opened);
            handle.createUpdate("update run set facts = ? where no = ?")
                    .bind(0, opened.facts.encode())
                    .bind(1, opened.no)
                    .execute();
        });
    }

    private static Opened open(Handle handle, RunId run) {
        return handle.createQuery("select no, facts from run where id = ?")
                .bind(0, run.value())
                .map((row, _) -> new Opened(row.getLong(1), RunFacts.decode(row.getBytes(2))))
                .findOne()
                .orElseThrow(() -> unknown(run));
    }

    private static IllegalArgumentException unknown(RunId run) {
        return new IllegalArgumentException("there is no run " + run);
    }

    private static Optional<Experiment> experiment(Handle handle, String name) {
        return handle.createQuery("select no, name, created from experiment where name = ?")
                .bind(0, name)
                .map((row, _) -> experiment(row))
                .findOne();
    }

    private static Experiment make(Handle handle, RunDraft draft) {
        long no = handle.createUpdate("insert into experiment (name, created) values (?, ?)")
                .bind(0, draft.experiment())
                .bind(1, RunSearch.time(draft.started()))
                .executeAndReturnGeneratedKeys("no")
                .mapTo(Long.class)
                .one();
        return new Experiment(new ExperimentId(Long.toString(no)), draft.experiment(), draft.started());
    }

    private static void writeTexts(Handle handle, long run, Field kind, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("merge into run_text (place, content) values (?, ?)");
        RunKeys.number(handle, kind, new TreeSet<>(texts.keySet()))
                .forEach((name, key) -> batch.bind(0, run * RunKeys.PLACES + key)
                        .bind(1, texts.get(name))
                        .add());
        batch.execute();
    }

    private static void writeLatest(Handle handle, Opened run, Set<String> changed) {
        PreparedBatch batch = handle.prepareBatch("merge into run_metric (place, amount) values (?, ?)");
        RunKeys.number(handle, Field.METRIC, changed).forEach((name, key) -> {
            long place = run.no * RunKeys.PLACES + key;
            Metric metric = run.facts.metrics().get(name);
            if (metric == null || Double.isNaN(metric.value())) {
                handle.execute("delete from run_metric where place = ?", place);
            } else {
                batch.bind(0, place).bind(1, metric.value()).add();
            }
        });
        batch.execute();
    }

    private static void writeHistory(Handle handle, long run, List<Metric> metrics) {
        long first = run * RunKeys.PLACES;
        long next = handle.createQuery("select max(place) from run_history where place between ? and ?")
                .bind(0, first)
                .bind(1, first + RunKeys.PLACES - 1)
                .mapTo(Long.class)
                .findOne()
                .map(last -> last + 1)
                .orElse(first);
        for (int from = 0; from < metrics.size(); from += HISTORY_PART) {
            if (next >= first + RunKeys.PLACES) {
                throw new IllegalArgumentException("a run takes at most " + RunKeys.PLACES + " calls that log metrics");
            }
            List<Metric> part = metrics.subList(from, Math.min(metrics.size(), from + HISTORY_PART));
            handle.execute("insert into run_history (place, body) values (?, ?)", next++, RunFacts.encodeMetrics(part));
        }
    }

    private static Experiment experiment(ResultSet row) throws SQLException {
        return new Experiment(
                new ExperimentId(row.getString("no")), row.getString("name"), row.getObject("created", Instant.class));
    }

    private static Run run(ResultSet row) throws SQLException {
        RunFacts facts = RunFacts.decode(row.getBytes("facts"));
        return new Run(
                new RunId(row.getString("id")),
                new ExperimentId(row.getString("experiment")),
                row.getString("name"),
                Optional.ofNullable(row.getString("parent")).map(RunId::new),
                RunStatus.valueOf(row.getString("status")),
                row.getObject("started", Instant.class),
                Optional.ofNullable(row.getObject("ended", Instant.class)),
                facts.params(),
                facts.values(),
                facts.tags());
    }
}
