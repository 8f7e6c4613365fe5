package io.quantloom.engine.strategy;

/**
 * What a strategy answered at the close of a bar. Immutable.
 *
 * @param target the wanted position
 * @param probability of a rise where a model decided, NaN otherwise
 * @param stopLoss distance of the stop from the entry price as a fraction of it, for a position this decision opens;
 *     NaN: the specification's
 * @param takeProfit distance of the target likewise; NaN: the specification's
 * @param reason why, in words for a person, for example {@code "p 0.64 ≥ 0.60"}
 */
public record Decision(Target target, double probability, double stopLoss, double takeProfit, String reason) {

    /** Keep what is there, for want of anything else. */
    public static final Decision NONE = of(Target.HOLD, "");

    /** A person asked to go flat. */
    public static final Decision FLATTEN = of(Target.FLAT, "asked to go flat");

    /** Returns a decision without a model and without distances of its own. */
    public static Decision of(Target target, String reason) {
        return new Decision(target, Double.NaN, Double.NaN, Double.NaN, reason);
    }
}
