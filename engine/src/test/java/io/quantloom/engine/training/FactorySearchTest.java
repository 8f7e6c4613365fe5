package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.training.search.TuneSymbol;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.analysis.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a factory's search comes to: trials that stop early, labels that are searched, and which trial goes on. */
class FactorySearchTest {

    private static final String CONFIG = """
        name: small
        symbols: [ALVORA-USD, BELTRI-USD]
        validation: {train: 60d, test: 30d}
        study: {trials: 3, batch: 2, search: {rounds: [5, 10], min_child_weight: [10, 30], threshold: [0.51, 0.53]}}
        backtest: {holdout: 30d, side: long-short}
        register: {model: "small-{symbol}"}
        gates: [{metric: max_drawdown, at_most: 0.99}]
        """;

    @Test
    void stopsTrialsThatFallBehind() {
        Factory factory = Factory.small();
        String config = CONFIG.replace(
                "study: {trials: 3, batch: 2, ", "study: {sampler: random, pruner: median, trials: 10, batch: 1, ");

        FactoryReport report =
                factory.use().run(Factory.spec(config), JobContext.none()).orThrow();

        assertThat(report.symbols()).extracting(SymbolReport::status).containsExactly(Status.PASSED, Status.PASSED);
        RunId run = report.symbols().getFirst().run().orElseThrow();
        List<Trial> trials = factory.studies.trials(TuneSymbol.study(run, "xgboost"));
        assertThat(trials).hasSize(10);
        assertThat(trials).extracting(Trial::state).contains(Trial.State.PRUNED, Trial.State.COMPLETE);
        assertThat(trials)
                .filteredOn(trial -> trial.state() == Trial.State.COMPLETE)
                .allMatch(trial -> trial.at(1) == trial.value().orElseThrow());
        assertThat(report.symbols().getFirst().trials()).isEqualTo(10);
    }

    @Test
    void searchesTheLabelAndRegistersWhatItLearnedFrom() {
        Factory factory = Factory.small();
        String config = CONFIG.replace("rounds: [5, 10]", "rounds: [5, 10], horizon: [4, 12], barriers: [1, 2]");

        FactoryReport report =
                factory.use().run(Factory.spec(config), JobContext.none()).orThrow();

        SymbolReport first = report.symbols().getFirst();
        int horizon = first.parameters().whole("horizon", 0);
        double barriers = first.parameters().number("barriers", 0);
        assertThat(horizon).isBetween(4, 12);
        ModelVersion version = factory.registry.version("small-ALVORA-USD", 1).orElseThrow();
        assertThat(version.modelCard().orElseThrow().label())
                .contains("horizon=" + horizon + " ")
                .contains("take_profit=" + barriers + " stop_loss=" + barriers + " ");
        assertThat(factory.runs.find(first.run().orElseThrow()).orElseThrow().tag(Tags.DATASET))
                .contains(version.modelCard().orElseThrow().datasetFingerprint().hex());
    }

    @Test
    void registersTheCenterOfTheBestPlateauWhereItIsAskedFor() {
        String config = CONFIG.replace("trials: 3", "sampler: random, trials: 12")
                .replace("rounds: [5, 10]", "rounds: [5, 60]");
        Factory factory = Factory.small();
        SymbolReport best = factory.use()
                .run(Factory.spec(config), JobContext.none())
                .orThrow()
                .symbols()
                .getFirst();
        Factory other = Factory.small();

        SymbolReport plateau = other.use()
                .run(Factory.spec(config.replace("study: {", "study: {choose: plateau, ")), JobContext.none())
                .orThrow()
                .symbols()
                .getFirst();

        String study = TuneSymbol.study(plateau.run().orElseThrow(), "xgboost");
        Recommendation found = Recommendation.of(
                        other.studies.study(study).orElseThrow().spec().space(), other.studies.trials(study))
                .orElseThrow();
        assertThat(plateau.parameters()).isEqualTo(found.plateau().parameters()).isNotEqualTo(best.parameters());
        assertThat(best.parameters()).isEqualTo(found.luckiest().parameters());
        assertThat(other.registry
                        .version("small-ALVORA-USD", 1)
                        .orElseThrow()
                        .modelCard()
                        .orElseThrow()
                        .parameters())
                .isEqualTo(found.plateau().parameters());
        assertThat(other.runs.find(plateau.run().orElseThrow()).orElseThrow().params())
                .containsEntry("chosen_trial", String.valueOf(found.plateau().number()));
    }
}
