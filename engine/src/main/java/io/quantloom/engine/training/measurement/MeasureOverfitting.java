package io.quantloom.engine.training.measurement;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.overfitting.HoldoutLooks;
import io.quantloom.engine.performance.overfitting.OverfittingProbability;
import io.quantloom.engine.performance.overfitting.OverfittingProbability.Measure;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.performance.overfitting.SharpeEvidence;
import io.quantloom.engine.performance.overfitting.SymmetricCrossValidation;
import io.quantloom.engine.training.search.Tuned;
import io.quantloom.engine.training.search.Tuned.LearnerStudy;
import io.quantloom.engine.tuning.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How much of a walk-forward result is the search itself: over the tracks of every complete trial of every learner. */
final class MeasureOverfitting {

    private static final double CONFIDENCE = 0.95;
    private static final int BARS_A_BLOCK = 8;

    private final Tuned tuned;

    MeasureOverfitting(Tuned tuned) {
        this.tuned = tuned;
    }

    /**
     * Measures it.
     *
     * @param returns of the chosen trial, bar by bar
     * @param trials it was chosen from
     */
    Outcome<OverfittingReport> run(double[] returns, Trials trials, HoldoutLooks looks, JobContext context) {
        return tracks(context).map(tracks -> {
            var notes = new TreeMap<String, String>();
            Optional<OverfittingProbability> probability = probability(tracks, notes);
            return new OverfittingReport(
                    SharpeEvidence.of(returns, trials, CONFIDENCE),
                    probability,
                    OptionalDouble.empty(),
                    Optional.of(looks),
                    notes);
        });
    }

    private static Optional<OverfittingProbability> probability(List<double[]> tracks, Map<String, String> notes) {
        int bars = tracks.isEmpty() ? 0 : tracks.getFirst().length;
        int partitions = Math.min(SymmetricCrossValidation.USUAL_PARTITIONS, bars / BARS_A_BLOCK / 2 * 2);
        if (tracks.size() < 2 || partitions < 2) {
            notes.put("pbo", tracks.size() + " trials with a track of " + bars + " bars");
            return Optional.empty();
        }
        return Optional.of(
                SymmetricCrossValidation.measure(tracks.toArray(double[][]::new), partitions, Measure.SHARPE));
    }

    private Outcome<List<double[]>> tracks(JobContext context) {
        List<double[]> tracks = new ArrayList<>();
        for (LearnerStudy study : tuned.studies()) {
            for (Trial trial : study.result().trials()) {
                if (trial.state() != Trial.State.COMPLETE) {
                    continue;
                }
                if (context.isCanceled()) {
                    return Outcome.canceled();
                }
                Outcome<double[]> track = study.objective().track(trial.number(), trial.parameters(), context.quiet());
                if (!(track instanceof Outcome.Success<double[]>(var returns))) {
                    return track.map(_ -> tracks);
                }
                tracks.add(returns);
            }
        }
        int usual = tracks.isEmpty() ? 0 : tracks.getFirst().length;
        // An account that was ruined has no track to its end.
        return Outcome.success(tracks.stream()
                .filter(track -> track.length == usual && Arrays.stream(track).allMatch(Double::isFinite))
                .toList());
    }
}
