package io.quantloom.engine.strategy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.PrimarySignal;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ServedModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A served model with the features it was trained on and the rule it trades by, ready to become a {@link Strategy} over
 * known bars or over bars to come. Closing it frees the model; strategies made from it then end too.
 */
public final class TradableModel implements TradableVersion {

    private static final int BLOCK = 4_096;

    private final ServedModel served;
    private final FeatureSet features;
    private final DecisionRule rule;
    private final Optional<TripleBarrier> label;
    private final Optional<PrimarySignal> judged;
    private final Optional<Abstention> abstention;
    private final LabelExits exits;

    /** Which exits are the label's barriers. */
    public record LabelExits(boolean stopLoss, boolean takeProfit) {
        /** {@return none} */
        public static LabelExits none() {
            return new LabelExits(false, false);
        }

        /** {@return whether any is} */
        public boolean any() {
            return stopLoss || takeProfit;
        }
    }

    private TradableModel(
            ServedModel served,
            FeatureSet features,
            DecisionRule rule,
            Optional<TripleBarrier> label,
            Optional<Abstention> abstention,
            LabelExits exits) {
        this.served = served;
        this.features = features;
        this.rule = rule;
        this.label = label;
        this.abstention = abstention;
        this.exits = exits;
        this.judged = LabelDefinition.parse(served.card().label()).flatMap(LabelDefinition::judged);
    }

    /**
     * Makes a served model ready to trade. What the specification leaves out is the version's. Takes the model over: it
     * is closed here when this fails.
     *
     * <p>INVALID when the feature set's definition is not the one the model was trained with, when thresholds are
     * impossible, when short positions are asked of a label whose {@code 1 − p} is no probability of a fall, or when the
     * label's barriers are asked of a label without any.
     */
    public static Outcome<TradableModel> of(ServedModel served, StrategySpec.Model spec, LabelExits exits) {
        Outcome<TradableModel> made = served.features()
                .named(served.card().features())
                .then(features -> checkFingerprint(served, features))
                .then(features -> make(served, features, spec, exits));
        if (!(made instanceof Outcome.Success)) {
            served.close();
        }
        return made;
    }

    @Override
    public String version() {
        return served.name() + "/" + served.version();
    }

    /** {@return how it was made} */
    public ModelCard card() {
        return served.card();
    }

    @Override
    public Optional<ModelCard> modelCard() {
        return Optional.of(card());
    }

    @Override
    public Instant knownTo() {
        return card().trainedTo();
    }

    @Override
    public Map<String, String> provenance() {
        return Map.of("model_version", version());
    }

    @Override
    public boolean isGated() {
        return served.gated();
    }

    /** {@return how it trades} */
    public DecisionRule rule() {
        return rule;
    }

    /**
     * Returns the strategy over known bars. Features are computed over all of them, so that they are warm where trading
     * starts.
     *
     * @param bars the series from its beginning to the last bar to be traded
     * @param from index of the first bar that will be handed to the strategy
     */
    @Override
    public Outcome<Strategy> over(BarSeries bars, int from, JobContext context) {
        return forecast(bars, from, exits.any(), context).map(this::strategy);
    }

    /**
     * Returns what the model says of known bars, with the label's barriers where it has any, for strategies that differ in
     * how they trade it ({@link #variant}).
     *
     * @param bars as for {@link #over}
     * @param from as for {@link #over}
     */
    public Outcome<BatchForecast> forecast(BarSeries bars, int from, JobContext context) {
        return forecast(bars, from, label.isPresent(), context);
    }

    /** Returns a fresh strategy that trades the forecast of this model in another way; INVALID as of {@link #of}. */
    public Outcome<Strategy> variant(StrategySpec.Model spec, LabelExits otherExits, BatchForecast forecast) {
        return make(served, features, spec, otherExits).map(model -> model.strategy(forecast.fresh()));
    }

    private Outcome<BatchForecast> forecast(BarSeries bars, int from, boolean barriers, JobContext context) {
        FeatureMatrix matrix = features.compute(bars);
        double[] probabilities = new double[bars.size() - from];
        int done = 0;
        while (done < probabilities.length) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("predict", done, probabilities.length));
            int end = Math.min(probabilities.length, done + BLOCK);
            predict(matrix, from, done, end, probabilities);
            done = end;
        }
        BatchForecast forecast = barriers
                ? withBarriers(probabilities, bars, from)
                : BatchForecast.of(
                        probabilities, Math.max(0, features.warmUp(bars.key().timeframe()) - from));
        return Outcome.success(
                judged.map(signals -> forecast.judging(Arrays.copyOfRange(signals.sides(bars), from, bars.size())))
                        .orElse(forecast));
    }

    /**
     * Returns the strategy over bars to come.
     *
     * @param history the series from its beginning to the bar before the first one it will be handed
     */
    public Strategy after(BarSeries history) {
        return strategy(new OnlineForecast(
                features, served.model(), exits.any() ? label.orElseThrow() : null, judged, history));
    }

    @Override
    public Outcome<Strategy> resume(BarSeries history, List<Bar> session) {
        List<Bar> seen = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            seen.add(history.bar(i));
        }
        seen.addAll(session);
        return Outcome.success(after(BarSeries.of(history.key(), seen)));
    }

    @Override
    public void close() {
        served.close();
    }

    private Strategy strategy(Forecast forecast) {
        var rising = new ModelStrategy(rule, forecast, abstention, exits);
        return isOfFalls() ? new ShortStrategy(rising) : rising;
    }

    // As the factory traded it when the version was gated.
    private boolean isOfFalls() {
        return LabelDefinition.parse(served.card().label())
                .map(definition -> definition.side() < 0)
                .orElse(false);
    }

    private BatchForecast withBarriers(double[] probabilities, BarSeries bars, int from) {
        TripleBarrier barriers = label.orElseThrow();
        double[] units = Arrays.copyOfRange(barriers.units(bars.closes()), from, bars.size());
        double[] stops = Arrays.stream(units)
                .map(unit -> Barriers.stopLoss(barriers, unit))
                .toArray();
        double[] takes = Arrays.stream(units)
                .map(unit -> Barriers.takeProfit(barriers, unit))
                .toArray();
        return BatchForecast.of(
                probabilities,
                stops,
                takes,
                Math.max(0, features.warmUp(bars.key().timeframe()) - from));
    }

    // Rows with an undefined feature have no probability; the others of the block are predicted in one call.
    private void predict(FeatureMatrix matrix, int from, int begin, int end, double[] probabilities) {
        int[] defined = new int[end - begin];
        int count = 0;
        for (int i = begin; i < end; i++) {
            probabilities[i] = Double.NaN;
            if (matrix.isDefined(from + i)) {
                defined[count++] = i;
            }
        }
        if (count == 0) {
            return;
        }
        double[][] rows = new double[count][];
        for (int k = 0; k < count; k++) {
            rows[k] = matrix.row(from + defined[k]);
        }
        double[] predicted = served.model().probabilities(rows);
        for (int k = 0; k < count; k++) {
            probabilities[defined[k]] = predicted[k];
        }
    }

    private static Outcome<FeatureSet> checkFingerprint(ServedModel served, FeatureSet features) {
        if (features.fingerprint().equals(served.card().featureFingerprint())) {
            return Outcome.success(features);
        }
        return Outcome.failed(Failure.of(
                Reason.INVALID,
                "feature set " + features.name() + " with fingerprint "
                        + served.card().featureFingerprint().abbreviated() + ", as the model was trained with",
                "fingerprint " + features.fingerprint().abbreviated(),
                "model " + served.name() + "/" + served.version(),
                "a version is frozen once a model was trained with it: give the changed definition the next version,"
                        + " or train the model again"));
    }

    private static Outcome<TradableModel> make(
            ServedModel served, FeatureSet features, StrategySpec.Model spec, LabelExits exits) {
        DecisionRule own = served.card().decision();
        double threshold = spec.threshold().orElse(own.threshold());
        double exit = spec.exitThreshold().orElse(Math.min(own.exitThreshold(), threshold));
        boolean longShort = spec.longShort().orElse(own.longShort());
        String where = "model " + served.name() + "/" + served.version();
        if (!(threshold > (longShort ? 0.5 : 0) && threshold <= 1 && exit >= 0 && exit <= threshold)) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "0 <= exit_threshold <= threshold <= 1" + (longShort ? " and a threshold above 0.5" : ""),
                    "threshold " + threshold + " and exit_threshold " + exit,
                    where,
                    "correct the thresholds"));
        }
        Optional<LabelDefinition> definition =
                LabelDefinition.parse(served.card().label());
        Optional<TripleBarrier> label = definition.flatMap(LabelDefinition::barriers);
        if (longShort && !definition.map(LabelDefinition::isSymmetric).orElse(false)) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "side: long, since 1 − p is a probability of a fall only where take_profit = stop_loss and"
                            + " vertical: sign",
                    "side: long-short with the label " + served.card().label(),
                    where,
                    "trade it long only or train a model of its own for falls"));
        }
        if (exits.any() && label.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "a triple-barrier or meta label, whose barriers the exits can be",
                    "the label " + served.card().label(),
                    where,
                    "give the exits as fractions"));
        }
        Optional<Abstention> abstention = spec.abstention();
        if (abstention.isPresent() && abstention.get().to() >= threshold) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "a band of abstention below the threshold of " + threshold,
                    "one up to " + abstention.get().to(),
                    where,
                    "correct abstain"));
        }
        var rule = new DecisionRule(threshold, exit, longShort);
        return Outcome.success(new TradableModel(served, features, rule, label, abstention, exits));
    }
}
