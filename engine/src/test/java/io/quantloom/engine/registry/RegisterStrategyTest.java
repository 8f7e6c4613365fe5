package io.quantloom.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.grid.GridFile;
import io.quantloom.engine.backtest.grid.RunGrid;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.model.ServedStrategy;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.performance.SharpeSignificance;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.custom.JarBuilder;
import io.quantloom.engine.strategy.custom.StrategyJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterStrategyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String CROSS = "data: {symbol: TEST}\nstrategy: {type: sma-cross, fast: 3, slow: 8}\n";
    private static final String EASY = CROSS + "gates: [{metric: trades, at_least: 1}]\n";

    @TempDir
    private Path folder;

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    private final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    private final Events events = new Events();
    private final RegisteredModels models = new RegisteredModels(registry, artifacts, new Learners(List.of()));
    private final BarSeries series = Bars.random(1, 400);
    private RunBacktest backtest;
    private RegisterStrategy register;

    @BeforeEach
    void open() {
        bars.save(Bars.instrument(0.001, false), series);
        backtest = new RunBacktest(bars, models, new MakeStrategy(new StrategyJars(folder)), runs, events, CLOCK);
        register = new RegisterStrategy(backtest, runs, artifacts, registry, new TreeMap<>(), CLOCK);
    }

    @Test
    void makesAVersionWhoseFileIsTheSpecification() {
        ModelVersion version = register("cross", EASY);

        assertThat(version.version()).isEqualTo(1);
        StrategyCard card = version.strategyCard().orElseThrow();
        assertThat(card.title()).isEqualTo("sma-cross 3/8 long-short");
        assertThat(card.parameters()).containsEntry("fast", "3").containsEntry("fee", "0.0");
        assertThat(card.specHash()).isEqualTo(Sha256.ofText(EASY));
        assertThat(card.dataHash()).isEqualTo(series.contentHash());
        assertThat(card.testedTo()).isEqualTo(Instant.ofEpochMilli(399 * Bars.HOUR));
        assertThat(new String(artifacts.get(card.specHash()).orThrow(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(EASY);
        assertThat(version.isGated()).isTrue();
        assertThat(version.tags()).containsEntry(RegisterStrategy.KIND, "strategy");
        assertThat(runs.find(version.run()).orElseThrow().tag(Tags.MODEL)).contains("cross");
        assertThat(runs.find(version.run()).orElseThrow().tag(Tags.VERSION)).contains("1");
        assertThat(register("cross", EASY).version()).isEqualTo(2);
    }

    @Test
    void itsAliasCanBeBacktestedAndGivesTheSameFills() {
        ModelVersion version = register("cross", EASY);
        new PromoteModel(registry, events, CLOCK)
                .run("cross", 1, Alias.CHAMPION, "it is good", "cli")
                .orThrow();

        BacktestResult plain = run(CROSS);
        BacktestResult behind = run("data: {symbol: TEST}\nmodel: models:/cross@Champion\n");

        assertThat(behind.fills()).isNotEmpty().isEqualTo(plain.fills());
        assertThat(behind.equity()).isEqualTo(plain.equity());
        assertThat(runs.find(behind.run().orElseThrow()).orElseThrow().params())
                .containsEntry("model_version", "cross/1")
                .containsEntry("strategy_title", "sma-cross 3/8 long-short");
        assertThat(models.resolve(ModelRef.ofAlias("cross", Alias.CHAMPION)).orThrow())
                .isEqualTo(new ServedStrategy(
                        "cross", 1, true, version.strategyCard().orElseThrow(), EASY));
        Outcome<ServedModel> asModel = models.load(ModelRef.ofVersion("cross", 1));
        assertThat(sentence(asModel)).contains("cross/1, a strategy without a model");
    }

    @Test
    void whatDoesNotPassIsKeptAndRefusedAsChampion() {
        ModelVersion version = register("cross", CROSS + "gates: [{metric: trades, at_least: 1000000}]\n");

        Transition decided = new PromoteModel(registry, events, CLOCK)
                .run("cross", version.version(), Alias.CHAMPION, "please", "cli")
                .orThrow();

        assertThat(version.isGated()).isFalse();
        assertThat(decided.kind()).isEqualTo(Transition.Kind.REFUSED);
        assertThat(decided.reason()).contains("trades").contains("is not ≥ 1000000");
    }

    @Test
    void takesTheStandardGatesWhereTheFileNamesNone() {
        assertThat(register("cross", CROSS).gates())
                .extracting(GateResult::gate)
                .isEqualTo(StrategyFile.STANDARD_GATES);
    }

    @Test
    void deflatesByEverythingTriedOnTheSameBars() {
        BacktestResult one = run("data: {symbol: TEST}\nstrategy: {type: sma-cross, fast: 2, slow: 5}\n");
        BacktestResult two = run("data: {symbol: TEST}\nstrategy: {type: sma-cross, fast: 4, slow: 30}\n");
        // Another kind, other bars and the same settings again are no trials of this one.
        run("data: {symbol: TEST}\nstrategy: {type: momentum}\n");
        run("data: {symbol: TEST, to: 1970-01-05}\nstrategy: {type: sma-cross, fast: 2, slow: 5}\n");
        run("data: {symbol: TEST}\nstrategy: {type: sma-cross, fast: 2, slow: 5}\n");

        ModelVersion version = register("cross", CROSS);

        BacktestResult three = run(CROSS);
        double[] sharpes = {perBar(one), perBar(two), perBar(three)};
        double deflated = version.metrics().getOrDefault("deflated_sharpe", Double.NaN);
        assertThat(deflated)
                .isCloseTo(
                        SharpeSignificance.deflated(returns(three), Trials.of(3, sharpes)),
                        org.assertj.core.data.Offset.offset(1e-9));
        assertThat(version.tags()).containsEntry("quantloom.trials", "3");
        assertThat(runs.find(version.run()).orElseThrow().metric("deflated_sharpe"))
                .hasValue(deflated);
    }

    @Test
    void countsEveryCombinationOfAGridAndEveryCandidateOfAWalkForward() {
        String grid = CROSS + "grid: {strategy.fast: [2, 3, 4], strategy.slow: [10, 20]}\n";
        var ports = new RunGrid.Ports(bars, models, MakeStrategy.builtIn(), runs);
        new RunGrid(ports, new OneByOne(), events, CLOCK)
                .run(GridFile.parse("grid.yaml", grid).orThrow(), grid, JobContext.none())
                .orThrow();
        run("""
            data: {symbol: TEST}
            strategy: {type: sma-cross}
            walk_forward: {train: 5d, test: 5d, grid: {strategy.fast: [2, 3], strategy.slow: [7, 9]}}
            """);
        // A grid of another kind of strategy is no trial of this one.
        String other = "data: {symbol: TEST}\nstrategy: {type: momentum}\ngrid: {strategy.lookback: [2, 3, 4]}\n";
        new RunGrid(ports, new OneByOne(), events, CLOCK)
                .run(GridFile.parse("grid.yaml", other).orThrow(), other, JobContext.none())
                .orThrow();

        // 3 × 2 of the grid, 2 × 2 of the walk-forward and itself.
        assertThat(register("cross", CROSS).tags()).containsEntry("quantloom.trials", "11");
    }

    @Test
    void refusesModelsTeachingAndWrongNames() {
        assertThat(sentence(tryRegister("x", "data: {symbol: TEST}\nmodel: models:/btc@Champion\n")))
                .contains("a strategy without a model");
        assertThat(sentence(
                        tryRegister("x", "data: {symbol: TEST}\nstrategy: {type: momentum, accounting: source-0}\n")))
                .contains("line 2, strategy: expected accounting: kernel; the other is for teaching");
        assertThat(sentence(tryRegister("a b", CROSS))).contains("'a b'");
        registry.register("btc", number -> SomeVersions.version("btc", number));
        assertThat(sentence(tryRegister("btc", CROSS))).contains("btc, which is a model's");
        assertThat(sentence(tryRegister("x", CROSS + "gates: [{metric: trades, on: holdout, at_least: 1}]\n")))
                .contains("gates[0].on: expected one of backtest, found 'holdout'");
        assertThat(registry.models()).hasSize(1);
    }

    @Test
    void aVersionOfCustomCodeRefusesAnotherJar() throws IOException {
        JarBuilder.lastMove(folder, "it.jar", "1.0");
        register("mine", """
            data: {symbol: TEST}
            strategy: {type: custom, name: last-move}
            gates: [{metric: trades, at_least: 1}]
            """);
        String behind = "data: {symbol: TEST}\nmodel: models:/mine/1\n";
        assertThat(run(behind).fills()).isNotEmpty();

        JarBuilder.jar(
                folder, "it.jar", "people.LastMove", JarBuilder.LAST_MOVE.replace("VERSION", "1.0") + "// new\n");
        Files.write(folder.resolve("it.jar"), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(sentence(tryRun(behind))).contains("the jar it was registered with");
    }

    @Test
    void asksNoThresholdOfAStrategy() {
        register("cross", EASY);

        assertThat(sentence(tryRun(
                        "data: {symbol: TEST}\nstrategy: {type: model, model: models:/cross/1, threshold: 0.6}\n")))
                .contains("no thresholds, side or abstention", "cross/1, a strategy without a model");
    }

    @Test
    void aRetiredVersionIsPromotedNoMore() {
        register("cross", EASY);
        var promote = new PromoteModel(registry, events, CLOCK);
        var retire = new RetireVersion(registry, events, CLOCK);
        promote.run("cross", 1, Alias.CHAMPION, "good", "cli").orThrow();

        Transition retired = retire.run("cross", 1, "no longer", "cli").orThrow();

        assertThat(retired.isOfVersion()).isTrue();
        assertThat(registry.model("cross").orElseThrow().aliases()).isEmpty();
        assertThat(registry.history("cross")).hasSize(2);
        assertThat(sentence(promote.run("cross", 1, Alias.CHAMPION, "again", "cli")))
                .contains("a version that is not retired");
        assertThat(sentence(retire.run("cross", 1, "again", "cli"))).contains("nothing needs to be done");
        assertThat(sentence(retire.run("cross", 7, "what", "cli"))).contains("a version 7 of cross");
        assertThat(sentence(retire.run("cross", 1, " ", "cli"))).contains("a reason");
    }

    private static final class OneByOne implements WorkRunner {
        @Override
        public <T> List<T> run(List<Supplier<T>> work) {
            return work.stream().map(Supplier::get).toList();
        }
    }

    private ModelVersion register(String name, String text) {
        return tryRegister(name, text).orThrow();
    }

    private Outcome<ModelVersion> tryRegister(String name, String text) {
        return register.run(name, "spec.yaml", text, OptionalLong.empty(), JobContext.none());
    }

    private BacktestResult run(String text) {
        return tryRun(text).orThrow();
    }

    private Outcome<BacktestResult> tryRun(String text) {
        return BacktestFile.parse("spec.yaml", text).then(spec -> backtest.run(spec, text, JobContext.none()));
    }

    private static double[] returns(BacktestResult result) {
        double[] equity = result.equity().values();
        double[] returns = new double[equity.length - 1];
        for (int i = 0; i < returns.length; i++) {
            double before = i == 0 ? result.equity().startingCash() : equity[i];
            returns[i] = equity[i + 1] / before - 1;
        }
        return returns;
    }

    private static double perBar(BacktestResult result) {
        return SharpeSignificance.perBar(returns(result));
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed<?>) outcome).failure();
        return failure.sentence();
    }
}
