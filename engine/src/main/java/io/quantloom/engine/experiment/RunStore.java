package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where runs live. Every method is one transaction; what it wrote is there after a {@code kill -9}. Implementations are
 * safe for use by several threads. Technical faults end as {@link io.quantloom.engine.base.StoreException}; writing to a
 * run that is not there is an {@link IllegalArgumentException}.
 */
public interface RunStore {

    /** {@return all experiments, ascending by name} */
    List<Experiment> experiments();

    /** {@return the experiment with the name} */
    Optional<Experiment> experiment(String name);

    /** Begins a run, and its experiment if there is none of that name. */
    Run begin(RunDraft draft);

    /** Adds params; a value once logged under a key is replaced. */
    void logParams(RunId run, Map<String, String> params);

    /**
     * Adds metric values; the run's {@code metrics} show the one with the highest step, then the latest, then the one
     * logged last. A value that equals one there in every part is kept once.
     */
    void logMetrics(RunId run, List<Metric> metrics);

    /** Sets tags. */
    void setTags(RunId run, Map<String, String> tags);

    /** Ends the run, or sets it back to RUNNING when it is resumed ({@code ended} is then ignored). */
    void setStatus(RunId run, RunStatus status, Instant ended);

    /** {@return the run} */
    Optional<Run> find(RunId run);

    /** Returns the runs that the query asks for, in its order. */
    List<Run> search(RunQuery query);

    /** {@return all values of the metric, ascending by step, then time} */
    List<Metric> history(RunId run, String key);

    /** Writes a file of the run, in place of one with its path, whose form is {@link ArtifactPath#check}'s. */
    Artifact saveArtifact(RunId run, String path, byte[] content);

    /** {@return the files of the run, ascending by path} */
    List<Artifact> artifacts(RunId run);

    /** Reads a file of the run. MISSING_DATA if there is none; INVALID if its content does not match its hash. */
    Outcome<byte[]> loadArtifact(RunId run, String path);
}
