package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The twin of the store: same contract, no disk. Safe for use by several threads. */
public final class InMemoryRunStore implements RunStore {

    private static final Comparator<Metric> HISTORY =
            Comparator.comparingLong(Metric::step).thenComparing(Metric::timestamp);

    private final Ids ids;
    private final ArtifactStore contents;
    private final TreeMap<String, Experiment> experiments = new TreeMap<>();
    private final LinkedHashMap<RunId, Entry> entries = new LinkedHashMap<>();

    /** Returns a store that names its runs by the ids. */
    public InMemoryRunStore(Ids ids) {
        this(ids, new InMemoryArtifactStore());
    }

    /** Returns a store that keeps the files of runs in the artifacts. */
    public InMemoryRunStore(Ids ids, ArtifactStore contents) {
        this.ids = ids;
        this.contents = contents;
    }

    @Override
    public synchronized List<Experiment> experiments() {
        return List.copyOf(experiments.values());
    }

    @Override
    public synchronized Optional<Experiment> experiment(String name) {
        return Optional.ofNullable(experiments.get(name));
    }

    @Override
    public synchronized Run begin(RunDraft draft) {
        draft.parent().ifPresent(this::entry);
        Experiment experiment = experiments.computeIfAbsent(
                draft.experiment(),
                name -> new Experiment(
                        new ExperimentId(Integer.toString(experiments.size() + 1)), name, draft.started()));
        Entry entry = new Entry(new RunId(ids.next()), experiment, draft);
        entries.put(entry.id, entry);
        return entry.run();
    }

    @Override
    public synchronized void logParams(RunId run, Map<String, String> params) {
        entry(run).params.putAll(params);
    }

    @Override
    public synchronized void logMetrics(RunId run, List<Metric> metrics) {
        List<Metric> history = entry(run).metrics;
        for (Metric metric : metrics) {
            if (!history.contains(metric)) {
                history.add(metric);
            }
        }
    }

    @Override
    public synchronized void setTags(RunId run, Map<String, String> tags) {
        entry(run).tags.putAll(tags);
    }

    @Override
    public synchronized void setStatus(RunId run, RunStatus status, Instant ended) {
        Entry entry = entry(run);
        entry.status = status;
        entry.ended = status.isEnded() ? ended : null;
    }

    @Override
    public synchronized Optional<Run> find(RunId run) {
        return Optional.ofNullable(entries.get(run)).map(Entry::run);
    }

    @Override
    public synchronized List<Run> search(RunQuery query) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries.values()) {
            boolean asked = query.experiments().isEmpty() || query.experiments().contains(entry.experiment.name());
            boolean nested = query.parent().isEmpty() || query.parent().equals(entry.draft.parent());
            if (asked && nested) {
                found.add(entry);
            }
        }
        return InMemoryRunSearch.select(found.reversed().stream().map(Entry::run), query);
    }

    @Override
    public synchronized List<Metric> history(RunId run, String key) {
        Entry entry = entries.get(run);
        return entry == null
                ? List.of()
                : entry.metrics.stream()
                        .filter(metric -> metric.key().equals(key))
                        .sorted(HISTORY)
                        .toList();
    }

    @Override
    public synchronized Artifact saveArtifact(RunId run, String path, byte[] content) {
        Entry entry = entry(run);
        ArtifactPath.check(path);
        Artifact artifact = new Artifact(path, content.length, contents.put(content));
        entry.artifacts.put(path, artifact);
        return artifact;
    }

    @Override
    public synchronized List<Artifact> artifacts(RunId run) {
        Entry entry = entries.get(run);
        return entry == null ? List.of() : List.copyOf(entry.artifacts.values());
    }

    @Override
    public synchronized Outcome<byte[]> loadArtifact(RunId run, String path) {
        Artifact artifact = entries.containsKey(run) ? entry(run).artifacts.get(path) : null;
        if (artifact == null) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA,
                    "a file " + path + " of run " + run,
                    "none",
                    "",
                    "list the run's files"));
        }
        return contents.get(artifact.hash());
    }

    private Entry entry(RunId run) {
        Entry entry = entries.get(run);
        if (entry == null) {
            throw new IllegalArgumentException("there is no run " + run);
        }
        return entry;
    }

    private static final class Entry {
        private final RunId id;
        private final Experiment experiment;
        private final RunDraft draft;
        private final TreeMap<String, String> params;
        private final TreeMap<String, String> tags;
        private final List<Metric> metrics = new ArrayList<>();
        private final TreeMap<String, Artifact> artifacts = new TreeMap<>();
        private RunStatus status = RunStatus.RUNNING;
        private @Nullable Instant ended;

        Entry(RunId id, Experiment experiment, RunDraft draft) {
            this.id = id;
            this.experiment = experiment;
            this.draft = draft;
            this.params = new TreeMap<>(draft.params());
            this.tags = new TreeMap<>(draft.tags());
        }

        Run run() {
            TreeMap<String, Double> latest = new TreeMap<>();
            // A stable sort: of equal step and time, the one logged last wins.
            metrics.stream().sorted(HISTORY).forEach(metric -> latest.put(metric.key(), metric.value()));
            return new Run(
                    id,
                    experiment.id(),
                    draft.name(),
                    draft.parent(),
                    status,
                    draft.started(),
                    Optional.ofNullable(ended),
                    params,
                    latest,
                    tags);
        }
    }
}
