package io.quantloom.ui.statistic;

import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;

/** A gate with what was measured, in words. */
public final class GateTexts {

    private static final Texts TEXTS = Texts.of("gate");

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
                text.format(result.actual().orElse(Double.NaN)),
                result.passed() ? GateTable.Result.PASS : GateTable.Result.FAIL,
                result.passed() || result.actual().isPresent() ? "" : result.reason());
    }

    /** A bound with more decimals than the figure has keeps them: 0.0001 is not 0.000. */
    private static String bound(double bound, StatisticText text) {
        double places = switch (text.kind()) {
            case RATIO -> 100;
            case PROBABILITY -> 1000;
            default -> 0;
        };
        boolean isRounded = places > 0 && Math.rint(bound * places) / places != bound;
        return isRounded ? Formats.plain(bound) : text.format(bound);
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
