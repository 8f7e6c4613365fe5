package io.quantloom.engine.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Artifact;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.model.evaluation.EvaluationJson;
import io.quantloom.engine.model.explanation.ExplanationJson;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.performance.overfitting.OverfittingJson;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.training.ModelEvidence.Selection;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.engine.training.placebo.PlaceboJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens what the run of a symbol recorded about its winner. A part that is not there is empty, a broken one a failure. */
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
        Optional<Run> found = runs.find(run);
        if (found.isEmpty()) {
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "a run " + run, "none", "", "list them with factory list"));
        }
        Set<String> paths = runs.artifacts(run).stream().map(Artifact::path).collect(Collectors.toSet());
        var failures = new ArrayList<Failure>();
        var parts = new Parts(run, paths, failures);
        return Outcome.success(new ModelEvidence(
                parts.read(EvaluationJson.FILE, EvaluationJson::read),
                parts.read(WALK_FORWARD, EvaluationJson::read),
                parts.read(ExplanationJson.FILE, ExplanationJson::read),
                parts.read(OverfittingReport.ARTIFACT, read(OverfittingJson::read, OverfittingReport.ARTIFACT)),
                parts.read(Placebo.ARTIFACT, read(PlaceboJson::read, Placebo.ARTIFACT)),
                selection(found.get()),
                failures));
    }

    private static Optional<Selection> selection(Run run) {
        OptionalDouble chosen = run.metric("walk_forward." + Statistic.SHARPE_RATIO.key());
        OptionalDouble nested = run.metric("nested." + Statistic.SHARPE_RATIO.key());
        return chosen.isPresent() && nested.isPresent()
                ? Optional.of(new Selection(chosen.getAsDouble(), nested.getAsDouble()))
                : Optional.empty();
    }

    private final class Parts {

        private final RunId run;
        private final Set<String> paths;
        private final List<Failure> failures;

        Parts(RunId run, Set<String> paths, List<Failure> failures) {
            this.run = run;
            this.paths = paths;
            this.failures = failures;
        }

        <T> Optional<T> read(String path, Function<byte[], Outcome<T>> reader) {
            if (!paths.contains(path)) {
                return Optional.empty();
            }
            return switch (runs.loadArtifact(run, path).then(reader)) {
                case Outcome.Success<T>(var value) -> Optional.of(value);
                case Outcome.Failed<T>(var failure) -> {
                    failures.add(failure);
                    yield Optional.empty();
                }
                case Outcome.Canceled<T> _ -> Optional.empty();
            };
        }
    }

    private static <T> Function<byte[], Outcome<T>> read(Function<byte[], T> reader, String path) {
        return content -> {
            try {
                return Outcome.success(reader.apply(content));
            } catch (IllegalArgumentException e) {
                return Outcome.failed(Failure.of(
                                Reason.PARSING,
                                "the file " + path,
                                String.valueOf(e.getMessage()),
                                path,
                                "run the factory again")
                        .causedBy(e));
            }
        };
    }
}
