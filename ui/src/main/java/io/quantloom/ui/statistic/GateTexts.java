package io.quantloom.ui.statistic;

import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.text.Texts;

/** A gate with what was measured, in words. */
public final class GateTexts {

    private static final Texts TEXTS = Texts.of("gate");

    private GateTexts() {}

    /** Returns the row of a gate. */
    public static GateTable.Gate of(GateResult result) {
        Gate gate = result.gate();
        StatisticText text = StatisticText.of(gate.metric());
        boolean isFall = text.kind() == StatisticText.Kind.FALL;
        boolean atLeast = gate.atLeast().isPresent();
        double bound = atLeast ? gate.atLeast().getAsDouble() : gate.atMost().orElseThrow();
        // A drawdown reads as a loss: at most 0.25 is at least −25 %.
        String sign = atLeast == isFall ? "≤ " : "≥ ";
        String basis = gate.basis().text();
        return new GateTable.Gate(
                text.label(),
                TEXTS.has("basis." + basis) ? TEXTS.get("basis." + basis) : basis,
                sign + text.format(bound),
                text.format(result.actual().orElse(Double.NaN)),
                result.passed() ? GateTable.Result.PASS : GateTable.Result.FAIL,
                result.passed() || result.actual().isPresent() ? "" : result.reason());
    }
}
