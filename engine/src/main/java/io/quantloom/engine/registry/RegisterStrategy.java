package io.quantloom.engine.registry;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.performance.SharpeSignificance;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.StrategyFile.Registration;
import io.quantloom.engine.strategy.StrategyText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Registers a strategy without a model: runs its backtest, judges it by its gates and makes the next version, whose file is
 * the specification. A version is made whether or not the gates pass; what did not pass is not promoted.
 */
public final class RegisterStrategy {

    /** Tag of a version that says what it is; its value for a strategy without a model is {@code strategy}. */
    public static final String KIND = "quantloom.version_kind";

    /** Tag of a version for the result of comparing the fast path with the kernel on its data. */
    public static final String CERTIFICATE = "quantloom.certificate";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private final RunBacktest backtest;
    private final RunStore runs;
    private final ArtifactStore artifacts;
    private final RegistryStore registry;
    private final SortedMap<String, String> runtime;
    private final InstantSource clock;

    /**
     * Takes its ports.
     *
     * @param runtime versions of product, JDK and operating system, for the card
     */
    public RegisterStrategy(
            RunBacktest backtest,
            RunStore runs,
            ArtifactStore artifacts,
            RegistryStore registry,
            SortedMap<String, String> runtime,
            InstantSource clock) {
        this.backtest = backtest;
        this.runs = runs;
        this.artifacts = artifacts;
        this.registry = registry;
        this.runtime = new TreeMap<>(runtime);
        this.clock = clock;
    }

    /**
     * Registers the strategy of the specification. INVALID for a wrong name or text, CONFLICT when the name is a model's;
     * fails as {@link RunBacktest} does.
     *
     * @param name of the registered model
     * @param file name of the file, for failures
     * @param text the specification, as it was given
     * @param seed in place of the one in the text
     */
    public Outcome<ModelVersion> run(String name, String file, String text, OptionalLong seed, JobContext context) {
        if (!NAME.matcher(name).matches()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "a name of 1 to 80 letters, digits and . _ -",
                    "'" + name + "'",
                    "--name",
                    "choose another name"));
        }
        if (registry.versions(name).stream()
                .anyMatch(version -> version.modelCard().isPresent())) {
            return Outcome.failed(Failure.of(
                    Reason.CONFLICT,
                    "a name of strategies, or a new one",
                    name + ", which is a model's",
                    "registry",
                    "choose another name"));
        }
        return StrategyFile.parse(file, text)
                .map(wanted -> seed.isPresent()
                        ? new Registration(
                                wanted.backtest().withSeed(seed.getAsLong()), wanted.strategy(), wanted.gates())
                        : wanted)
                .then(wanted -> backtest.run(wanted.backtest(), text, context)
                        .map(result -> register(name, text, wanted, result)));
    }

    private ModelVersion register(String name, String text, Registration wanted, BacktestResult result) {
        RunId run = result.run().orElseThrow(() -> new IllegalStateException("a backtest that ran has no run"));
        Run recorded = runs.find(run).orElseThrow();
        double[] equity = result.equity().values();
        equity[0] = result.equity().startingCash();
        double[] returns = ReturnStatistics.of(equity);
        Trials trials = new StrategyTrials(runs).of(recorded, SharpeSignificance.perBar(returns));
        SortedMap<String, Double> metrics = metrics(result, returns, trials);
        Double deflated = metrics.get(Statistic.DEFLATED_SHARPE.key());
        if (deflated != null) {
            runs.logMetrics(run, List.of(new Metric(Statistic.DEFLATED_SHARPE.key(), deflated, clock.instant(), 1)));
        }
        List<GateResult> gates = wanted.gates().stream()
                .map(gate -> check(gate, metrics, trials, result))
                .toList();
        Sha256 hash = artifacts.put(text.getBytes(StandardCharsets.UTF_8));
        StrategyCard card = card(wanted, result, recorded, hash);
        ModelVersion version = registry.register(
                name,
                number -> new ModelVersion(
                        name, number, clock.instant(), run, card, gates, metrics, tags(recorded, trials)));
        runs.setTags(
                run,
                Map.of(
                        Tags.MODEL,
                        name,
                        Tags.VERSION,
                        Integer.toString(version.version()),
                        Tags.GATE,
                        version.isGated() ? "passed" : "refused"));
        return version;
    }

    // The backtest counted itself alone; what was tried before on these bars counts too.
    private static SortedMap<String, Double> metrics(BacktestResult result, double[] returns, Trials trials) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        result.statistics().values().forEach((key, value) -> value.ifPresent(present -> metrics.put(key, present)));
        double deflated = SharpeSignificance.deflated(returns, trials);
        if (Double.isNaN(deflated)) {
            metrics.remove(Statistic.DEFLATED_SHARPE.key());
        } else {
            metrics.put(Statistic.DEFLATED_SHARPE.key(), deflated);
        }
        return metrics;
    }

    private static GateResult check(Gate gate, Map<String, Double> metrics, Trials trials, BacktestResult result) {
        Double measured = metrics.get(gate.metric());
        String why = gate.metric().equals(Statistic.DEFLATED_SHARPE.key()) && trials.count() > 1
                ? "the spread of " + trials.count() + " trials is unknown, or the returns do not vary"
                : result.statistics().notes().getOrDefault(gate.metric(), "it was not measured");
        return gate.check(measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured), why);
    }

    private StrategyCard card(Registration wanted, BacktestResult result, Run recorded, Sha256 hash) {
        return new StrategyCard(
                StrategyText.title(wanted.strategy()),
                new TreeMap<>(recorded.params()),
                hash,
                result.series(),
                new Sha256(recorded.tag(Tags.DATA_HASH).orElseThrow()),
                Instant.parse(recorded.params().get("from")),
                Instant.parse(recorded.params().get("to")),
                wanted.backtest().seed(),
                runtime);
    }

    private static SortedMap<String, String> tags(Run recorded, Trials trials) {
        SortedMap<String, String> tags = new TreeMap<>();
        tags.put(KIND, "strategy");
        tags.put("quantloom.trials", Integer.toString(trials.count()));
        recorded.tag(Tags.SYMBOL).ifPresent(symbol -> tags.put(Tags.SYMBOL, symbol));
        recorded.tag(Tags.SYNTHETIC).ifPresent(why -> tags.put(Tags.SYNTHETIC, why));
        return tags;
    }
}
