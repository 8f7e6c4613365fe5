package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.search.FindStudies;
import io.quantloom.engine.training.search.FixParameters;
import io.quantloom.engine.training.search.RunStudies;
import io.quantloom.engine.training.search.StudiesReport;
import io.quantloom.engine.training.search.StudiesReport.SymbolStudies;
import io.quantloom.engine.training.search.StudyOverview;
import io.quantloom.engine.training.search.StudyOverview.Status;
import io.quantloom.engine.training.search.TuneSymbol;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.Trial;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunStudiesTest {

    private static final String CONFIG = """
        name: small
        symbols: [ALVORA-USD, BELTRI-USD]
        validation: {train: 60d, test: 30d}
        study: {trials: 12, batch: 2, search: {rounds: [5, 10], min_child_weight: [10, 30], threshold: [0.51, 0.53]}}
        backtest: {holdout: 30d, side: long-short}
        register: {model: "small-{symbol}"}
        gates: [{metric: max_drawdown, at_most: 0.99}]
        """;

    private final Factory factory = Factory.small();
    private final ActiveStudies active = new ActiveStudies();

    @Test
    void triesWhatTheFactoryWouldAndRegistersNothing() {
        StudiesReport report =
                use().run(Factory.spec(CONFIG), JobContext.none()).orThrow();

        assertThat(report.studies())
                .extracting(StudyOverview::status)
                .containsExactly(Status.FINISHED, Status.FINISHED);
        assertThat(report.studies())
                .extracting(study -> study.symbol().orElseThrow().name())
                .containsExactly("ALVORA-USD", "BELTRI-USD");
        assertThat(report.symbols()).extracting(SymbolStudies::reason).containsOnly("");
        StudyOverview first = report.studies().getFirst();
        assertThat(first.learner()).isEqualTo("xgboost");
        assertThat(first.ended()).isEqualTo(12);
        assertThat(first.importance().keySet()).containsExactly("max_depth", "min_child_weight", "rounds", "threshold");
        assertThat(first.recommendation().orElseThrow().luckiest())
                .isEqualTo(first.best().orElseThrow());
        assertThat(factory.registry.models()).isEmpty();
        assertThat(new FactoryRuns(factory.runs).list(9)).isEmpty();

        Factory whole = Factory.small();
        FactoryReport made =
                whole.use().run(Factory.spec(CONFIG), JobContext.none()).orThrow();
        RunId run = made.symbols().getFirst().run().orElseThrow();
        assertThat(essence(first.trials())).isEqualTo(essence(whole.studies.trials(TuneSymbol.study(run, "xgboost"))));
    }

    @Test
    void aTrialBecomesAConfigurationThatTriesItAndNothingElse() {
        StudyOverview study = use().run(Factory.spec(CONFIG), JobContext.none())
                .orThrow()
                .studies()
                .getLast();
        Trial chosen = study.trials().get(7);

        String text = new FixParameters(factory.studies, factory.runs, new FactoryFile(Factory.LEARNERS))
                .run(study.id(), 7)
                .orThrow();

        FactorySpec fixed = Factory.spec(text);
        assertThat(text).startsWith("# Trial 7 of study " + study.id());
        assertThat(fixed.symbols()).extracting(Symbol::name).containsExactly("BELTRI-USD");
        assertThat(fixed.model(fixed.symbols().getFirst())).isEqualTo("small-BELTRI-USD");
        assertThat(fixed.study().space().dimensions()).allMatch(Dimension::isSingle);
        FactoryReport made = factory.use().run(fixed, JobContext.none()).orThrow();
        RunId run = made.symbols().getFirst().run().orElseThrow();
        List<Trial> tried = factory.studies.trials(TuneSymbol.study(run, "xgboost"));
        assertThat(tried).hasSize(1);
        assertThat(tried.getFirst().parameters()).isEqualTo(chosen.parameters());
        assertThat(tried.getFirst().value()).isEqualTo(chosen.value());
        // All that was tried for the model still counts.
        assertThat(factory.studies.family(study.study().spec().family())).hasSize(13);
    }

    @Test
    void aTrialThatIsNotThereCannotBeFixed() {
        Outcome<String> missing = new FixParameters(factory.studies, factory.runs, new FactoryFile(Factory.LEARNERS))
                .run("none/xgboost", 0);

        assertThat(((Outcome.Failed<String>) missing).failure().reason()).isEqualTo(Failure.Reason.MISSING_DATA);
    }

    @Test
    void goesOnWhereItWasPaused() {
        var pausing = new JobContext() {
            @Override
            public void report(Progress progress) {
                if (progress.stage().contains("BELTRI-USD · tune · xgboost · trial 5")) {
                    active.pause(find().list(1).getFirst().id());
                }
            }

            @Override
            public boolean isCanceled() {
                return false;
            }
        };
        assertThat(use().run(Factory.spec(CONFIG), pausing)).isInstanceOf(Outcome.Canceled.class);
        StudyOverview paused = find().list(9).getFirst();
        assertThat(paused.status()).isEqualTo(Status.UNFINISHED);
        assertThat(paused.ended()).isEqualTo(5);

        StudiesReport report = use().resume(paused.id(), JobContext.none()).orThrow();

        assertThat(report.studies()).extracting(StudyOverview::ended).containsExactly(12L, 12L);
        assertThat(factory.runs.find(report.run()).orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
        StudiesReport whole = new RunStudies(
                        Factory.small().stores(),
                        Factory.LEARNERS,
                        factory.runner,
                        factory.events,
                        factory.clock,
                        new ActiveStudies())
                .run(Factory.spec(CONFIG), JobContext.none())
                .orThrow();
        assertThat(essence(report.studies().getLast().trials()))
                .isEqualTo(essence(whole.studies().getLast().trials()));
        assertThat(report.best().orElseThrow().parameters())
                .isEqualTo(whole.best().orElseThrow().parameters());
    }

    @Test
    void letsOneSymbolFailAlone() {
        StudiesReport report = use().run(
                        Factory.spec(CONFIG.replace("ALVORA-USD", "NOT-THERE").replace("12", "2")), JobContext.none())
                .orThrow();

        assertThat(report.symbols().getFirst().reason()).contains("expected a stored series of NOT-THERE");
        assertThat(report.studies()).hasSize(1);
        assertThat(factory.runs.find(report.run()).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void leavesTheStudiesOfAFactoryRunToTheFactory() {
        FactoryReport made = factory.use()
                .run(Factory.spec(CONFIG.replace("12", "2")), JobContext.none())
                .orThrow();
        String study = find().list(1).getFirst().id();

        Failure failure = ((Outcome.Failed<?>) use().resume(study, JobContext.none())).failure();

        assertThat(failure.reason()).isEqualTo(Failure.Reason.NOT_APPLICABLE);
        assertThat(failure.sentence()).contains("factory resume " + made.run());
        assertThat(((Outcome.Failed<?>) use().resume("none/xgboost", JobContext.none()))
                        .failure()
                        .reason())
                .isEqualTo(Failure.Reason.MISSING_DATA);
    }

    private RunStudies use() {
        return new RunStudies(
                factory.stores(), Factory.LEARNERS, factory.runner, factory.events, factory.clock, active);
    }

    private FindStudies find() {
        return new FindStudies(factory.studies, factory.runs, active);
    }

    private static List<Essence> essence(List<Trial> trials) {
        return trials.stream()
                .map(trial -> new Essence(trial.number(), trial.parameters(), trial.value()))
                .toList();
    }

    /** A trial without what depends on when and in which run it was made. */
    private record Essence(int number, Hyperparameters parameters, OptionalDouble value) {}
}
