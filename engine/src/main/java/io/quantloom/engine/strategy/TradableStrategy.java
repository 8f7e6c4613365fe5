package io.quantloom.engine.strategy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ServedStrategy;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A registered strategy without a model, ready to trade by the strategy of its specification. */
public final class TradableStrategy implements TradableVersion {

    private final ServedStrategy served;
    private final StrategySpec.Rule rule;
    private final MakeStrategy strategies;
    private final Map<String, String> provenance;

    private TradableStrategy(
            ServedStrategy served, StrategySpec.Rule rule, MakeStrategy strategies, Map<String, String> provenance) {
        this.served = served;
        this.rule = rule;
        this.strategies = strategies;
        this.provenance = provenance;
    }

    /**
     * Makes a registered strategy ready to trade. INVALID when thresholds or label exits are asked of it, which it has none
     * of, or when its code is another than it was registered with; fails as {@link MakeStrategy#run} otherwise.
     */
    public static Outcome<TradableStrategy> of(
            ServedStrategy served, StrategySpec.Model wanted, LabelExits exits, MakeStrategy strategies) {
        String version = served.name() + "/" + served.version();
        if (wanted.saysHowToDecide() || exits.any()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    exits.any() ? "exits as fractions" : "no thresholds, side or abstention",
                    exits.any() ? "exits from a label" : "some",
                    version + ", a strategy without a model",
                    "leave them out"));
        }
        return StrategyReader.ofSpecification(version, served.specification())
                .then(spec -> spec instanceof StrategySpec.Rule rule
                        ? ready(served, rule, strategies)
                        : Outcome.failed(Failure.of(
                                Reason.INVALID,
                                "a strategy without a model",
                                StrategyText.title(spec),
                                version,
                                "register the strategy again")));
    }

    private static Outcome<TradableStrategy> ready(
            ServedStrategy served, StrategySpec.Rule rule, MakeStrategy strategies) {
        return strategies.run(rule).then(_ -> strategies.provenance(rule)).then(provenance -> {
            String registered = served.card().parameters().getOrDefault(MakeStrategy.JAR_HASH, "");
            String now = provenance.getOrDefault(MakeStrategy.JAR_HASH, "");
            return registered.equals(now)
                    ? Outcome.success(new TradableStrategy(served, rule, strategies, provenance))
                    : Outcome.failed(Failure.of(
                            Reason.INVALID,
                            "the jar it was registered with, " + shortened(registered),
                            "one with the hash " + shortened(now),
                            served.name() + "/" + served.version(),
                            "put the old jar back, or register the strategy again"));
        });
    }

    private static String shortened(String hash) {
        return hash.isEmpty() ? "none" : hash.substring(0, 12);
    }

    @Override
    public String version() {
        return served.name() + "/" + served.version();
    }

    @Override
    public boolean isGated() {
        return served.gated();
    }

    @Override
    public Optional<ModelCard> modelCard() {
        return Optional.empty();
    }

    @Override
    public Instant knownTo() {
        return served.card().testedTo();
    }

    @Override
    public Map<String, String> provenance() {
        Map<String, String> facts = new TreeMap<>(provenance);
        facts.put("model_version", version());
        facts.put("strategy_title", StrategyText.title(rule));
        return facts;
    }

    @Override
    public Outcome<Strategy> over(BarSeries bars, int from, JobContext context) {
        return strategies.run(rule);
    }

    @Override
    public Outcome<Strategy> resume(BarSeries history, List<Bar> session) {
        return strategies.run(rule).map(strategy -> {
            for (Bar bar : session) {
                strategy.onClose(bar, Target.FLAT);
            }
            return strategy;
        });
    }

    @Override
    public void close() {
        served.close();
    }
}
