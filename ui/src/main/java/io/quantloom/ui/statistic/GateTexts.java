package io.quantloom.ui.statistic;

import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.text.Texts;

/** A gate with what was measured, in words. */
public final class GateTexts {

    private static final Texts TEXTS = Texts.of("gate");
    private static final int MOST_DIGITS = 15;
    private static final double NOISE = 1e-12;

    private GateTexts() {}

    /** Returns the row of a gate. */
    public static GateTable.Gate of(GateResult result) {
        Gate gate = result.gate();
        StatisticText text = StatisticText.of(gate.metric());
        String basis = gate.basis().text();
        return new GateTable.Gate(
                text.label(),
                TEXTS.has("basis." + basis) ? TEXTS.get("basis." + basis) : basis,
                sign(gate, text.kind()) + bound(gate.threshold(), text),
                actual(result.actual().orElse(Double.NaN), gate.threshold(), text),
                result.passed() ? GateTable.Result.PASS : GateTable.Result.FAIL,
                result.passed() || result.actual().isPresent() ? "" : result.reason());
    }

    /** A bound with more decimals than the figure has keeps them: 0.0001 is not 0.000. */
    private static String bound(double bound, StatisticText text) {
        int digits = text.digits();
        while (digits < MOST_DIGITS && Math.abs(rounded(bound, text, digits) - bound) > NOISE * Math.abs(bound)) {
            digits++;
        }
        return text.format(bound, digits);
    }

    /** As short as usual, unless it would read as its bound without being it: 0.4996 is not 0.50. */
    private static String actual(double actual, double bound, StatisticText text) {
        String usual = text.format(actual);
        // Figures of no known kind are written from floats, in which a near miss is the bound itself.
        boolean readsAsBound = usual.equals(text.format(bound)) || (float) actual == (float) bound;
        if (actual == bound || !readsAsBound) {
            return usual;
        }
        int digits = text.digits();
        while (digits < MOST_DIGITS && text.format(actual, digits).equals(text.format(bound, digits))) {
            digits++;
        }
        return text.format(actual, digits);
    }

    /** The value as a person reads it; percents have two decimals more than they show. */
    private static double rounded(double value, StatisticText text, int digits) {
        boolean isPercent = switch (text.kind()) {
            case GAIN, SHARE, FALL -> true;
            case RATIO, MONEY, PROBABILITY, COUNT, BARS, TIME, PLAIN -> false;
        };
        double places = Math.pow(10, isPercent ? digits + 2 : digits);
        return Math.rint(value * places) / places;
    }

    /** The gate's own sign, turned where the figure is: a drawdown of at most 0.25 reads as a loss of at least −25 %. */
    private static String sign(Gate gate, StatisticText.Kind kind) {
        boolean isLower = gate.atLeast().isPresent() != (kind == StatisticText.Kind.FALL);
        if (gate.strict()) {
            return isLower ? "> " : "< ";
        }
        return isLower ? "≥ " : "≤ ";
    }
}
