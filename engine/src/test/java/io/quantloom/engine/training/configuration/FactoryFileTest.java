package io.quantloom.engine.training.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.split.Holdout;
import io.quantloom.engine.dataset.split.WalkForward;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.training.Factory;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchMethod;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactoryFileTest {

    private static final String HEAD = "name: btc\nsymbols: [BTC-USDT]\n";

    // Every value as contracts.md shows it.
    @Test
    void fillsInTheContractsDefaults() {
        FactorySpec spec = read(HEAD).orThrow();

        assertThat(spec.series()).isEqualTo(new FactorySpec.Series(Optional.empty(), Optional.empty()));
        assertThat(spec.features()).isEqualTo("alpha19");
        assertThat(spec.label()).isEqualTo(TripleBarrier.of(4.0, 4.0, 24));
        assertThat(spec.learners()).containsExactly("xgboost");
        assertThat(spec.validation())
                .isEqualTo(new WalkForward(Duration.ofDays(365), Duration.ofDays(90), WalkForward.Mode.ROLLING, 24));
        assertThat(spec.study())
                .isEqualTo(new FactorySpec.Study(
                        30,
                        4,
                        Statistic.SHARPE_RATIO,
                        Optional.empty(),
                        SearchSpace.DEFAULT,
                        new SearchMethod(SamplerName.TPE, PrunerName.NONE),
                        TrialChoice.BEST));
        assertThat(spec.trading())
                .isEqualTo(new FactorySpec.Trading(
                        new Holdout.Length(Duration.ofDays(180)),
                        new DecisionRule(0.60, 0.50, false),
                        ExecutionSpec.DEFAULT));
        assertThat(spec.gates())
                .containsExactly(
                        gate("sharpe_ratio", Gate.Basis.HOLDOUT, OptionalDouble.of(1.0), OptionalDouble.empty()),
                        gate(
                                "deflated_sharpe",
                                Gate.Basis.WALK_FORWARD,
                                OptionalDouble.of(0.95),
                                OptionalDouble.empty()),
                        gate("max_drawdown", Gate.Basis.HOLDOUT, OptionalDouble.empty(), OptionalDouble.of(0.25)));
        assertThat(spec.registration()).isEqualTo(new FactorySpec.Registration("btc", "Challenger"));
        assertThat(spec.seed()).isEqualTo(42);
        assertThat(spec.text()).isEqualTo(HEAD);
    }

    @Test
    void readsEveryKey() {
        FactorySpec spec = read("""
            name: two
            symbols: [A/USD, B-USD]
            data: {timeframe: 4h, source: binance}
            features: [7_day_RSI, PPO]
            label: {type: triple-barrier, take_profit: 2, stop_loss: 3, horizon: 12, volatility_span: 50,
                    events: {cusum: 0.05}, entry: close, touch: close, vertical: zero}
            learners: [xgboost]
            validation: {type: walk-forward, train: 26w, test: 30d, mode: anchored, embargo: 6}
            study: {sampler: random, trials: 5, batch: 2, objective: calmar_ratio,
                    search: {max_depth: 3, eta: [0.01, 0.1], threshold: 0.55}}
            backtest: {holdout: 90d, threshold: 0.7, exit_threshold: 0.4, side: long,
                       execution: {fee: 0.001, slippage_bps: 1, spread_bps: 2, funding: false},
                       exits: {stop_loss: label, take_profit: 0.1}}
            gates: [{metric: total_return, at_least: 0, on: walk-forward}]
            register: {model: "x-{symbol}", alias: Champion}
            seed: 7
            """).orThrow();

        assertThat(spec.symbols()).containsExactly(new Symbol("A/USD"), new Symbol("B-USD"));
        assertThat(spec.series()).isEqualTo(new FactorySpec.Series(Timeframe.parse("4h"), Optional.of("binance")));
        assertThat(spec.features()).isEqualTo("alpha19:7_day_RSI,PPO");
        assertThat(spec.label())
                .isEqualTo(new TripleBarrier(
                        2,
                        3,
                        12,
                        50,
                        OptionalDouble.of(0.05),
                        TripleBarrier.Entry.CLOSE,
                        TripleBarrier.Touch.CLOSE,
                        TripleBarrier.Vertical.ZERO));
        assertThat(spec.validation())
                .isEqualTo(new WalkForward(Duration.ofDays(182), Duration.ofDays(30), WalkForward.Mode.ANCHORED, 6));
        assertThat(spec.study().objective()).isEqualTo(Statistic.CALMAR_RATIO);
        assertThat(spec.study().space().dimensions())
                .contains(
                        new Dimension.Fixed("max_depth", 3L),
                        new Dimension.Real("eta", 0.01, 0.1, true),
                        new Dimension.Fixed("threshold", 0.55),
                        new Dimension.Whole("rounds", 40, 120));
        assertThat(spec.trading().rule()).isEqualTo(new DecisionRule(0.7, 0.4, false));
        assertThat(spec.trading().execution().costs()).isEqualTo(new ExecutionSpec.Costs(0.001, 1, 2, false));
        assertThat(spec.trading().execution().exits())
                .isEqualTo(new ExecutionSpec.Exits(ExitLevel.ofLabel(), ExitLevel.at(0.1)));
        assertThat(spec.gates())
                .containsExactly(
                        gate("total_return", Gate.Basis.WALK_FORWARD, OptionalDouble.of(0), OptionalDouble.empty()));
        assertThat(spec.symbols()).extracting(spec.registration()::model).containsExactly("x-A-USD", "x-B-USD");
        assertThat(spec.registration().alias()).isEqualTo("Champion");
        assertThat(spec.seed()).isEqualTo(7);
    }

    @Test
    void searchesWordsStepsAndTheLabel() {
        FactorySpec spec = read(HEAD + """
            study:
              sampler: grid
              pruner: hyperband
              search: {eta: {from: 0.05, to: 0.3, step: 0.05}, max_depth: {from: 2, to: 8, step: 2},
                       scale_pos_weight: balanced, take_profit: [1, 4], horizon: [6, 48], volatility_span: 50}
            """).orThrow();

        assertThat(spec.study().method()).isEqualTo(new SearchMethod(SamplerName.GRID, PrunerName.HYPERBAND));
        assertThat(spec.study().space().dimensions())
                .contains(
                        new Dimension.Real("eta", 0.05, 0.3, false, 0.05),
                        new Dimension.Whole("max_depth", 2, 8, false, 2),
                        new Dimension.Fixed("scale_pos_weight", "balanced"),
                        new Dimension.Real("take_profit", 1, 4, true),
                        new Dimension.Whole("horizon", 6, 48, true, 1),
                        new Dimension.Fixed("volatility_span", 50L));
    }

    @Test
    void searchesFeatureSets() {
        FactorySpec spec = read(HEAD + "study: {search: {features: [live4, alpha19], max_depth: 2}}")
                .orThrow();

        assertThat(spec.study().space().dimensions()).contains(Dimension.Choice.of("features", "live4", "alpha19"));
        assertThat(spec.featureSets()).containsExactly("live4", "alpha19");
        assertThat(sentence(read(HEAD + "validation: {type: purged-k-fold, folds: 5}\n"
                        + "study: {search: {features: [live4, alpha19]}}")))
                .contains("line 3, validation: expected walk-forward or holdout, whose windows are the same for all");
        assertThat(read(HEAD + "study: {search: {features: live4}}").orThrow().features())
                .isEqualTo("live4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "features.window: [5, 40]                     | Whole[name=features.window, low=5, high=40, log=true,"
                        + " step=1]",
                "features.window: {from: 5, to: 40, step: 5}  | Whole[name=features.window, low=5, high=40, log=false,"
                        + " step=5]",
                "features.window: [5, 10, 20]                 | Choice[name=features.window, values=[5, 10, 20]]",
                "features.window: 10                          | Fixed[name=features.window, value=10]",
                "features.share: [0.1, 0.5]                   | Real[name=features.share, low=0.1, high=0.5, log=true,"
                        + " step=0.0]",
                "features.frame: [4h, 1d]                     | Choice[name=features.frame, values=[4h, 1d]]",
                "features.window: [5, 40], features: [swing, live4] | When[dimension=Whole[name=features.window, low=5,"
                        + " high=40, log=true, step=1], on=features, value=swing@1]",
                "features.window: [0, 40]   | study.search.features.window: expected values that swing@1 can be"
                        + " computed with, found 0 (line 4, columns[0].period: expected a whole number in [2, 10000],"
                        + " found '0')",
                "features.window: [5, 5, 6] | study.search.features.window: expected each value once",
                "features.window: [a, b]    | study.search.features.window: expected numbers, as 20 is, found [a, b]",
                "features.window: [40, 5]   | study.search.features.window: expected whole numbers [lowest, highest]",
                "features.span: 4           | study.search.features.span: expected a parameter of swing@1: frame,"
                        + " share, window, found 'span'",
            })
    void searchesParametersOfFeatureSets(String search, String expected, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("swing.yaml"), """
            name: swing
            version: 1
            parameters: {window: 20, frame: 4h, share: 0.2}
            columns: [{talib: RSI, period: $window, timeframe: $frame}, {talib: SAR, maximum: $share}]
            """);
        String own = search.contains("features:") ? "" : "features: swing\n";
        Outcome<FactorySpec> read = new FactoryFile(Factory.LEARNERS, FeatureSets.of(folder, new InMemoryBarStore()))
                .read("test.yaml", HEAD + own + "study: {search: {" + search + "}}", OptionalLong.empty());

        if (read instanceof Outcome.Success<FactorySpec>(var spec)) {
            assertThat(spec.study().space().dimensions())
                    .extracting(Dimension::toString)
                    .contains(expected);
        } else {
            assertThat(sentence(read)).contains(expected);
        }
    }

    @Test
    void keepsBarriersEqualWhereOneModelTradesBothSides() {
        String side = "backtest: {side: long-short}\n";

        assertThat(read(HEAD + side + "study: {search: {barriers: [1, 4]}}")).isInstanceOf(Outcome.Success.class);
        assertThat(sentence(read(HEAD + side + "study: {search: {take_profit: [1, 4]}}")))
                .contains("line 4, study.search.take_profit: expected one of max_depth");
    }

    @Test
    void takesTheThresholdOfTheBacktestWhereASearchHasNone() {
        FactorySpec spec = read(HEAD + "study: {search: {max_depth: 2}}\nbacktest: {threshold: 0.65}")
                .orThrow();

        assertThat(spec.study().space().dimensions()).contains(new Dimension.Fixed("threshold", 0.65));
    }

    @Test
    void namesAModelForEachSymbolByItself() {
        FactorySpec spec = read("name: two\nsymbols: [A, B]").orThrow();

        assertThat(spec.symbols()).extracting(spec.registration()::model).containsExactly("two-A", "two-B");
    }

    @Test
    void prefersTheGivenSeed() {
        Outcome<FactorySpec> spec = new FactoryFile(Factory.LEARNERS).read("f", HEAD + "seed: 7", OptionalLong.of(9));

        assertThat(spec.orThrow().seed()).isEqualTo(9);
    }

    @Test
    void takesAllLearnersThatHaveSomethingToSearch() {
        assertThat(read(HEAD + "learners: all").orThrow().learners()).containsExactly("xgboost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense: 1 | line 3, nonsense: expected one of name, symbols",
                "data: {timeframe: hourly} | line 3, data.timeframe: expected a timeframe",
                "features: beta7 | line 3, features: expected one of the feature sets alpha19, live4, found \"beta7\"",
                "features: [7_day_RSI, X] | line 3, features: expected columns of alpha19",
                "label: {horizon: 0} | line 3, label.horizon: expected a whole number in [1, 100000], found '0'",
                "label: {take_profit: -1} | line 3, label.take_profit: expected a number above 0",
                "label: {events: some} | line 3, label.events: expected one of all",
                "label: {vertical: up} | line 3, label.vertical: expected one of sign, zero, found 'up'",
                "learners: [xgbost] | line 3, learners: expected learners among xgboost, majority, persistence",
                "validation: {type: k-fold} | line 3, validation.type: expected one of walk-forward",
                "validation: {train: 365} | line 3, validation.train: expected a length such as 365d or 12h",
                "study: {sampler: cma} | line 3, study.sampler: expected one of tpe, random, grid",
                "study: {choose: luck} | line 3, study.choose: expected one of best, plateau, found 'luck'",
                "study: {pruner: early} | line 3, study.pruner: expected one of none, median, asha, hyperband",
                "study: {search: {scale_pos_weight: [none, balanced]}} | line 3, study.search.scale_pos_weight:"
                        + " expected a number in [0.001, 1000.0], or balanced",
                "study: {search: {eta: {from: 0.2, to: 0.1, step: 0.05}}} | line 3, study.search.eta.to: expected at"
                        + " least from 0.2",
                "study: {search: {eta: {from: 0.1, to: 0.2}}} | line 3, study.search.eta.step: expected a number above"
                        + " 0",
                "study: {search: {threshold: {from: 0.4, to: 0.6, step: 0.1}}} | line 3, study.search.threshold.from:"
                        + " expected a number of at least",
                "study: {trials: many} | line 3, study.trials: expected a whole number",
                "study: {objective: luck} | line 3, study.objective: expected one of sharpe_ratio, sortino_ratio",
                "study: {search: {max_depth: [2, 4, 6]}} | line 3, study.search.max_depth: expected one value, or [low",
                "study: {search: {max_depth: [4, 2]}} | line 3, study.search.max_depth: expected one value, or [low",
                "study: {search: {max_depth: 2.5}} | line 3, study.search.max_depth: expected a whole number in [1,"
                        + " 16]",
                "study: {search: {subsample: 2}} | line 3, study.search.subsample: expected a number in [0.01, 1.0]",
                "study: {search: {threshold: 0.4}} | line 3, study.search.threshold: expected a number of at least",
                "study: {search: {depth: 2}} | line 3, study.search.depth: expected one of max_depth",
                "study: {search: {features: [alpha19, beta]}} | line 3, study.search.features: expected one of the"
                        + " feature sets alpha19, live4, found \"beta\"",
                "study: {search: {features: [live4, live4]}} | line 3, study.search.features: expected each set once",
                "study: {search: {features.window: 3}} | line 3, study.search.features.window: expected a parameter of"
                        + " alpha19, which has none, found 'window'",
                "backtest: {holdout: soon} | line 3, backtest.holdout: expected a length",
                "backtest: {threshold: 0.4} | ",
                "backtest: {threshold: 0.5, side: long-short} | line 3, backtest.threshold: expected above 0.5",
                "backtest: {exit_threshold: 0.7} | line 3, backtest.exit_threshold: expected at most the threshold 0.6",
                "backtest: {exits: {stop_loss: tight}} | line 3, backtest.exits.stop_loss: expected a fraction",
                "gates: [{metric: luck, at_least: 1}] | line 3, gates[0].metric: expected one of bars, final_equity",
                "gates: lucky | line 3, gates: expected one of default, strict, source-0, source-2, source-4, found"
                        + " 'lucky'",
                "gates: [{metric: pbo, at_most: 0.2, on: holdout}] | line 3, gates[0].on: expected walk-forward, which"
                        + " pbo",
                "gates: [{metric: auc, at_least: 0.5, above: 0.5}] | line 3, gates[0].at_least: expected one bound",
                "gates: [{metric: sharpe_ratio}] | line 3, gates[0].at_least: expected one bound",
                "gates: [{metric: sharpe_ratio, at_least: 1, at_most: 2}] | line 3, gates[0].at_least: expected one"
                        + " bound",
                "gates: [] | line 3, gates: expected at least one gate",
                "register: {model: a b} | line 3, register.model: expected letters, digits",
                "register: {alias: Previous} | line 3, register.alias: expected an alias of letters, but not Previous",
                "seed: x | line 3, seed: expected a whole number",
            })
    void refusesWhatCannotBeRight(String line, String expected) {
        Outcome<FactorySpec> outcome = read(HEAD + line);

        if (expected == null) {
            assertThat(outcome).isInstanceOf(Outcome.Success.class);
        } else {
            assertThat(sentence(outcome)).contains(expected);
        }
    }

    @Test
    void allowsShortsOnlyWhereAFallIsTheRestOfARise() {
        String side = "backtest: {side: long-short}\n";

        assertThat(read(HEAD + side)).isInstanceOf(Outcome.Success.class);
        assertThat(sentence(read(HEAD + side + "label: {take_profit: 2, stop_loss: 1}")))
                .contains("backtest.side: expected long, since 1 − p is the probability of a fall only where");
        assertThat(sentence(read(HEAD + side + "label: {vertical: zero}"))).contains("vertical zero");
    }

    @Test
    void wantsAModelForEachSymbol() {
        assertThat(sentence(read("name: n\nsymbols: [A, B]\nregister: {model: one}")))
                .contains("line 3, register.model: expected a name with {symbol} in it for several symbols");
        assertThat(sentence(read("name: n\nsymbols: [A/B, A-B]"))).contains("another model for each symbol");
assertThat(sentence(read(HEAD + "validation: {type: purged-k-fold, nested: 3}")))
                .contains("walk-forward windows to choose within");
        assertThat(sentence(read(HEAD + "gates: [{metric: sharpe_ratio, on: nested, at_least: 1}]")))
                .contains("validation.nested");
        assertThat(sentence(read(HEAD + "validation: {nested: 3}\ngates: [{metric: auc, on: nested, at_least: 0.5}]")))
                .contains("where classes are measured");
        assertThat(sentence(read("name: n\nsymbols: [A, A]"))).contains("each symbol once");
        assertThat(sentence(read("name: n"))).contains("at least one symbol");
    }

    @Test
    void tellsEverythingAtOnce() {
        String text = HEAD + "label: {horizon: 0}\nstudy: {sampler: cma, trials: -1}\nextra: 1\n";

        Failure failure = ((Outcome.Failed<?>) read(text)).failure();

        assertThat(failure.reason()).isEqualTo(Failure.Reason.INVALID);
        assertThat(failure.found()).startsWith("4 findings:");
    }

    private static Outcome<FactorySpec> read(String text) {
        return new FactoryFile(Factory.LEARNERS).read("test.yaml", text, OptionalLong.empty());
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }

    private static Gate gate(String metric, Gate.Basis basis, OptionalDouble atLeast, OptionalDouble atMost) {
        return new Gate(metric, basis, atLeast, atMost);
    }
}
