package io.quantloom.ui.registry.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.evaluation.ClassifierOutput;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.evaluation.EvaluationJson;
import io.quantloom.engine.model.evaluation.Measure;
import io.quantloom.engine.model.explanation.Contribution;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.model.explanation.ExplanationJson;
import io.quantloom.engine.model.explanation.FeatureImportance;
import io.quantloom.engine.model.explanation.OutputSpace;
import io.quantloom.engine.model.explanation.RankStability;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.engine.performance.overfitting.OverfittingJson;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.performance.overfitting.SharpeEvidence;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.engine.training.placebo.PlaceboJson;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import io.quantloom.ui.registry.card.CardContent.Example;
import io.quantloom.ui.registry.card.CardContent.Figure;
import io.quantloom.ui.registry.card.CardContent.Quality;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.TreeMap;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class CardViewModelTest {

    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(42).random()));
    private final RunId run = runs.begin(new RunDraft(
                    "weekly", "one", Optional.empty(), Instant.parse("2026-11-20T06:00:00Z"), Map.of(), Map.of()))
            .id();
    private final SimpleStringProperty id = new SimpleStringProperty("");
    private final CardViewModel viewModel = new CardViewModel(runs, ExecutorTaskRunner.direct(), id);

    @Test
    void isEmptyWithoutAVersionAndWhereTheRunRecordedNothing() {
        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);

        id.set(run.value());

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void loadsUntilTheFilesAreRead() {
        Queue<Runnable> background = new ArrayDeque<>();
        var slow = new CardViewModel(
                runs,
                new ExecutorTaskRunner(
                        TaskLane.Executors.all(background::add), UiThread.direct(), InstantSource.system()),
                id);
        save(EvaluationJson.FILE, EvaluationJson.write(evaluation()));

        id.set(run.value());
        assertThat(slow.stateProperty().get()).isInstanceOf(ScreenState.Loading.class);
        background.remove().run();

        assertThat(slow.stateProperty().get()).isInstanceOf(ScreenState.Content.class);
    }

    /** Of four rows said 0.9, 0.8, 0.3, 0.6 the first and third came true: one hit, one miss, two false alarms. */
    @Test
    void showsTheConfusionMatrixWithTheCountsInItsCorners() {
        save(EvaluationJson.FILE, EvaluationJson.write(evaluation()));
        id.set(run.value());

        Quality quality = content().quality().orElseThrow();
        // Upper row: was yes; left column: said no.
        assertThat(quality.confusion().values()).containsExactly(1.0, 1.0, 0.0, 2.0);
        assertThat(quality.figures()).extracting(Figure::name).contains("Accuracy", "AUC", "Brier", "Log loss");
        assertThat(figure(quality, "Accuracy").value()).isEqualTo("0.250");
        assertThat(figure(quality, "Accuracy").interval()).matches("0\\.\\d{3} – 0\\.\\d{3}");
        // Ranked right are 0.9 over 0.8 and over 0.6, of four pairs.
        assertThat(figure(quality, "AUC").value()).isEqualTo("0.500");
        assertThat(quality.roc().summary()).isEqualTo("AUC 0.500");
        assertThat(quality.reliability()).isPresent();
        assertThat(content().explanation()).isEmpty();
        assertThat(content().placebo()).isEmpty();
    }

    @Test
    void aScoreThatIsNoProbabilityHasNoReliability() {
        boolean[] positive = {true, false, true, false};
        double[][] rows = {{2}, {1}, {-1}, {0.5}};
        save(
                EvaluationJson.FILE,
                EvaluationJson.write(Evaluation.of(ClassifierOutput.of(new Ranker(), rows), positive, 4)));
        id.set(run.value());

        assertThat(content().quality().orElseThrow().reliability()).isEmpty();
    }

    @Test
    void theWaterfallAddsUpToTheOutputAndTheColorOfAFeatureIsItsSign() {
        save(ExplanationJson.FILE, ExplanationJson.write(explanation()));
        id.set(run.value());

        Example latest = content().explanation().orElseThrow().examples().getFirst();
        assertThat(latest.title()).isEqualTo("Latest bar");
        assertThat(latest.way()).isEqualTo("−0.100 on average → 0.400 here, log-odds before calibration");
        assertThat(latest.bars().getFirst().from()).isEqualTo(-0.1);
        assertThat(latest.bars().getLast().to()).isCloseTo(0.4, within(1e-12));
        List<Bar> importances = content().explanation().orElseThrow().importances();
        assertThat(importances).extracting(Bar::token).containsExactly("up", "down");
        assertThat(importances).extracting(Bar::figure).containsExactly("+0.300", "−0.100");
    }

    @Test
    void thePlaceboSaysHowManyTwinsTheRealScoreIsAbove() {
        save(
                Placebo.ARTIFACT,
                PlaceboJson.write(new Placebo(
                        "sharpe_ratio", "block bootstrap of 24 bars", "removed", List.of(0.1, 0.2, 0.3, 2.0), 1.5)));
        id.set(run.value());

        CardContent.Twins twins = content().placebo().orElseThrow();
        assertThat(twins.score()).isEqualTo("Sharpe");
        assertThat(twins.real()).isEqualTo(1.5);
        // (1 + 1 twin at least as good) / (1 + 4 twins)
        assertThat(twins.verdict())
                .isEqualTo("The real score is above 75 % of 4 twins; a twin does as well with probability 0.400.");
    }

    @Test
    void tellsHowMuchOfTheResultIsTheSearch() {
        var sharpe = new SharpeEvidence(2_000, 0.03, 80, 0.02, 0.91, 0.64, 0.09, 0.95, Double.POSITIVE_INFINITY);
        var report = new OverfittingReport(
                sharpe,
                Optional.empty(),
                OptionalDouble.of(0.27),
                Optional.empty(),
                new TreeMap<>(Map.of("pbo", "1 trials with a track of 2000 bars")));
        save(OverfittingReport.ARTIFACT, OverfittingJson.write(report));
        Instant now = Instant.parse("2026-11-20T06:00:00Z");
        runs.logMetrics(
                run,
                List.of(
                        new Metric("walk_forward.sharpe_ratio", 1.25, now, 0),
                        new Metric("nested.sharpe_ratio", 0.5, now, 0)));
        id.set(run.value());

        assertThat(content().search())
                .extracting(Figure::name, Figure::value, Figure::interval)
                .containsExactly(
                        tuple("Sharpe of the walk-forward", "1.25", ""),
                        tuple("Sharpe, windows chosen anew", "0.50", "−0.75 without hindsight"),
                        tuple("Deflated Sharpe", "0.640", "of 80 trials ever run"),
                        tuple("Probabilistic Sharpe", "0.910", ""),
                        tuple("Overfitting probability", "—", "1 trials with a track of 2000 bars"),
                        tuple("Bars to tell it from luck", "—", "of 2,000 there are"),
                        tuple("p-value, adjusted over the pool", "0.270", ""));
    }

    @Test
    void aBrokenFileIsToldAndTakesNothingElseAway() {
        save(EvaluationJson.FILE, EvaluationJson.write(evaluation()));
        save(Placebo.ARTIFACT, "{\"format\": 99}".getBytes(StandardCharsets.UTF_8));
        save(ExplanationJson.FILE, "no JSON".getBytes(StandardCharsets.UTF_8));

        id.set(run.value());

        ScreenState<CardContent> state = viewModel.stateProperty().get();
        assertThat(state).isInstanceOf(ScreenState.Partial.class);
        if (state instanceof ScreenState.Partial<CardContent>(CardContent _, List<Failure> failures)) {
            assertThat(failures).hasSize(2);
        }
        assertThat(content().quality()).isPresent();
    }

    @Test
    void aStoreThatDoesNotAnswerIsAFailure() {
        Failure gone = Failure.of(Failure.Reason.UNAVAILABLE, "the store", "a broken disk", "", "check it");
        RunStore broken = (RunStore)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RunStore.class}, (_, _, _) -> {
                    throw new StoreException(gone);
                });
        var failing = new CardViewModel(broken, ExecutorTaskRunner.direct(), id);

        id.set(run.value());

        assertThat(failing.stateProperty().get()).isEqualTo(new ScreenState.Failed<CardContent>(gone));
    }

    @Test
    void anotherVersionTakesTheFiguresOfTheLastOneAway() {
        save(EvaluationJson.FILE, EvaluationJson.write(evaluation()));
        id.set(run.value());
        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Content.class);

        id.set("");

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    private CardContent content() {
        return viewModel.stateProperty().get().shown().orElseThrow();
    }

    private void save(String file, byte[] content) {
        runs.saveArtifact(run, file, content);
    }

    private static Figure figure(Quality quality, String name) {
        return quality.figures().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Evaluation evaluation() {
        boolean[] positive = {true, false, true, false};
        return Evaluation.of(ClassifierOutput.of(new double[] {0.9, 0.8, 0.3, 0.6}, 0.5), positive, 4);
    }

    private static Explanation explanation() {
        return new Explanation(
                Explanation.Method.TREE,
                OutputSpace.LOG_ODDS,
                500,
                0,
                List.of(
                        new FeatureImportance("RSI", 0.4, 0.3, Measure.of(1)),
                        new FeatureImportance("PPO", 0.2, -0.1, Measure.of(0.5))),
                new RankStability(4, 2, Measure.of(0.8)),
                List.of(new Waterfall(
                        "latest",
                        499,
                        OutputSpace.LOG_ODDS,
                        -0.1,
                        0.4,
                        List.of(new Contribution("RSI", 61.2, 0.7), new Contribution("PPO", -0.4, -0.2)))));
    }

    /** Scores by the first value, and says nothing about probability. */
    private static final class Ranker implements TrainedModel {

        @Override
        public String learner() {
            return "ranker";
        }

        @Override
        public double[] probabilities(double[][] rows) {
            return Arrays.stream(rows).mapToDouble(row -> row[0] > 0 ? 1 : 0).toArray();
        }

        @Override
        public double[] scores(double[][] rows) {
            return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
        }

        @Override
        public boolean isProbabilistic() {
            return false;
        }

        @Override
        public double[][] contributions(double[][] rows) {
            return new double[rows.length][];
        }

        @Override
        public byte[] bytes() {
            return new byte[0];
        }

        @Override
        public void close() {}
    }
}
