package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * From probability to position (contracts.md, From label to trade). At the close, with p the probability of the positive
 * class:
 *
 * <ul>
 *   <li>{@code p ≥ threshold}: long;
 *   <li>long-short and {@code p ≤ 1 − threshold}: short;
 *   <li>else a long position is left when {@code p < exit_threshold}, a short one when {@code p > 1 − exit_threshold},
 *       and kept otherwise; a flat account stays flat;
 *   <li>p undefined, or in the band of abstention: keep what is there.
 * </ul>
 *
 * <p>Where the model judges another's signals, p is the probability that their side s at this close pays:
 *
 * <ul>
 *   <li>{@code p ≥ threshold}: s, long or short;
 *   <li>else a position on the side s is left when {@code p < exit_threshold} and kept otherwise;
 *   <li>any other position is left: the signals have turned.
 * </ul>
 *
 * <p>The answer depends on the position, p and s alone. After a stop or take the account is flat: the next close with
 * {@code p} at or beyond the threshold enters again, one inside the hysteresis does not.
 */
public final class ModelStrategy implements Strategy {

    private final DecisionRule rule;
    private final Forecast forecast;
    private final Optional<Abstention> abstention;
    private final boolean stopFromLabel;
    private final boolean takeFromLabel;

    /** Takes the rule and the forecast; exits are the specification's. */
    public ModelStrategy(DecisionRule rule, Forecast forecast) {
        this(rule, forecast, Optional.empty(), LabelExits.none());
    }

    /**
     * Takes the rule and the forecast.
     *
     * @param stopFromLabel whether decisions carry the distance of the label's lower barrier
     * @param takeFromLabel whether decisions carry the distance of the label's upper barrier
     */
    public ModelStrategy(DecisionRule rule, Forecast forecast, boolean stopFromLabel, boolean takeFromLabel) {
        this(rule, forecast, Optional.empty(), new LabelExits(stopFromLabel, takeFromLabel));
    }

    /**
     * Takes the rule and the forecast.
     *
     * @param abstention probabilities at which nothing is decided
     * @param exits which barriers of the label decisions carry
     */
    public ModelStrategy(DecisionRule rule, Forecast forecast, Optional<Abstention> abstention, LabelExits exits) {
        this.rule = rule;
        this.forecast = forecast;
        this.abstention = abstention;
        this.stopFromLabel = exits.stopLoss();
        this.takeFromLabel = exits.takeProfit();
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        double p = forecast.onClose(bar);
        if (Double.isNaN(p)) {
            return Decision.of(Target.HOLD, "features undefined");
        }
        if (abstention.isPresent() && abstention.get().contains(p)) {
            return plain(Target.HOLD, p, "p " + text(p) + " abstains");
        }
        OptionalInt side = forecast.side();
        if (side.isPresent()) {
            return judged(p, side.getAsInt(), held);
        }
        if (p >= rule.threshold()) {
            return entry(Target.LONG, p, "p " + text(p) + " ≥ " + text(rule.threshold()));
        }
        if (rule.longShort() && p <= 1 - rule.threshold()) {
            return entry(Target.SHORT, p, "p " + text(p) + " ≤ " + text(1 - rule.threshold()));
        }
        return switch (held) {
            case LONG ->
                p < rule.exitThreshold()
                        ? plain(Target.FLAT, p, "p " + text(p) + " < " + text(rule.exitThreshold()))
                        : plain(Target.HOLD, p, "p " + text(p) + " keeps long");
            case SHORT ->
                p > 1 - rule.exitThreshold()
                        ? plain(Target.FLAT, p, "p " + text(p) + " > " + text(1 - rule.exitThreshold()))
                        : plain(Target.HOLD, p, "p " + text(p) + " keeps short");
            case HOLD, FLAT -> plain(Target.FLAT, p, "p " + text(p) + " < " + text(rule.threshold()));
        };
    }

    private Decision judged(double p, int side, Target held) {
        Target signal = side > 0 ? Target.LONG : side < 0 ? Target.SHORT : Target.FLAT;
        if (signal == Target.FLAT) {
            return plain(Target.FLAT, p, "no signal to judge");
        }
        if (p >= rule.threshold()) {
            return entry(signal, p, "p " + text(p) + " ≥ " + text(rule.threshold()) + " for " + word(signal));
        }
        if (held == signal && p >= rule.exitThreshold()) {
            return plain(Target.HOLD, p, "p " + text(p) + " keeps " + word(signal));
        }
        return plain(
                Target.FLAT,
                p,
                held == signal
                        ? "p " + text(p) + " < " + text(rule.exitThreshold()) + " for " + word(signal)
                        : "p " + text(p) + " < " + text(rule.threshold()) + " for " + word(signal));
    }

    private static String word(Target target) {
        return target == Target.LONG ? "long" : "short";
    }

    @Override
    public int firstDefined() {
        return forecast.firstDefined();
    }

    /** {@return how probabilities become positions} */
    public DecisionRule rule() {
        return rule;
    }

    /** {@return probabilities at which nothing is decided} */
    public Optional<Abstention> abstention() {
        return abstention;
    }

    /** {@return what it asks at each close} */
    public Forecast forecast() {
        return forecast;
    }

    /** {@return whether decisions carry the distance of the label's lower barrier} */
    public boolean stopFromLabel() {
        return stopFromLabel;
    }

    /** {@return whether decisions carry the distance of the label's upper barrier} */
    public boolean takeFromLabel() {
        return takeFromLabel;
    }

    private Decision entry(Target target, double p, String reason) {
        return new Decision(
                target,
                p,
                stopFromLabel ? forecast.stopLoss() : Double.NaN,
                takeFromLabel ? forecast.takeProfit() : Double.NaN,
                reason);
    }

    private static Decision plain(Target target, double p, String reason) {
        return new Decision(target, p, Double.NaN, Double.NaN, reason);
    }

    // Two decimals, up to four where they are needed. By hand: it is written at every bar of every backtest.
    private static String text(double p) {
        long scaled = Math.round(p * 10_000);
        int decimals = scaled % 100 == 0 ? 2 : scaled % 10 == 0 ? 3 : 4;
        String digits = Long.toString(10_000 + scaled % 10_000).substring(1, 1 + decimals);
        return scaled / 10_000 + "." + digits;
    }
}
