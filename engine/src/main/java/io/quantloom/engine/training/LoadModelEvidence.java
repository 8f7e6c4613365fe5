package io.quantloom.engine.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.evaluation.EvaluationJson;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.model.explanation.ExplanationJson;
import io.quantloom.engine.performance.overfitting.OverfittingJson;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.engine.training.placebo.PlaceboJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Opens what the run of a symbol recorded about its winner. A part that is not there, or cannot be read, is a note. */
public final class LoadModelEvidence {

    /** Path of the evaluation on the stitched walk-forward. */
    public static final String WALK_FORWARD = "walk-forward/" + EvaluationJson.FILE;

    private final RunStore runs;

    /** Takes where runs live. */
    public LoadModelEvidence(RunStore runs) {
        this.runs = runs;
    }

    /** Returns the evidence of a symbol's run; MISSING_DATA for a run that is not there. */
    public Outcome<ModelEvidence> run(RunId run) {
        if (runs.find(run).isEmpty()) {
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "a run " + run, "none", "", "list them with factory list"));
        }
        var notes = new TreeMap<String, String>();
        Optional<Evaluation> holdout = part(run, EvaluationJson.FILE, EvaluationJson::read, notes);
        Optional<Evaluation> walkForward = part(run, WALK_FORWARD, EvaluationJson::read, notes);
        Optional<Explanation> explanation = part(run, ExplanationJson.FILE, ExplanationJson::read, notes);
        Optional<OverfittingReport> overfitting =
                part(run, OverfittingReport.ARTIFACT, read(OverfittingJson::read, OverfittingReport.ARTIFACT), notes);
        Optional<Placebo> placebo = part(run, Placebo.ARTIFACT, read(PlaceboJson::read, Placebo.ARTIFACT), notes);
        return Outcome.success(new ModelEvidence(holdout, walkForward, explanation, overfitting, placebo, notes));
    }

    private <T> Optional<T> part(RunId run, String path, Function<byte[], Outcome<T>> read, Map<String, String> notes) {
        return switch (runs.loadArtifact(run, path).then(read)) {
            case Outcome.Success<T>(var value) -> Optional.of(value);
            case Outcome.Failed<T>(var failure) -> {
                notes.put(path, failure.sentence());
                yield Optional.empty();
            }
            case Outcome.Canceled<T> _ -> Optional.empty();
        };
    }

    private static <T> Function<byte[], Outcome<T>> read(Function<byte[], T> reader, String path) {
        return content -> {
            try {
                return Outcome.success(reader.apply(content));
            } catch (IllegalArgumentException e) {
                return Outcome.failed(
                        Failure.of(Reason.PARSING, "the file " + path, String.valueOf(e.getMessage()), path, "")
                                .causedBy(e));
            }
        };
    }
}
