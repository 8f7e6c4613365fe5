package io.quantloom.engine.backtest;

import java.util.List;

/**
 * Flawed accounting beside the right one, fault by fault, to show what it hides. Its numbers are claims, not results: nothing
 * is judged, compared or registered by them. Immutable.
 *
 * @param accounting whose formulas, for example {@code source-0}
 * @param steps from the formulas as printed to what the kernel measured, each mending what it names
 */
public record TeachingReport(String accounting, List<Step> steps) implements BacktestDetail {

    /** Said wherever the report is shown. */
    public static final String WARNING =
            "For teaching: these numbers are what flawed formulas claim, not what was earned.";

    /** Copies the list. */
    public TeachingReport {
        steps = List.copyOf(steps);
    }

    /**
     * One way to count. Numbers are fractions; NaN where there is none.
     *
     * @param name for example {@code "as printed"}
     * @param mends the faults of product.md that this step no longer has, in words; empty for the first
     * @param totalReturn whatever the step calls so
     * @param sharpeRatio likewise
     * @param maxDrawdown positive
     * @param winRate share
     */
    public record Step(
            String name, String mends, double totalReturn, double sharpeRatio, double maxDrawdown, double winRate) {}
}
