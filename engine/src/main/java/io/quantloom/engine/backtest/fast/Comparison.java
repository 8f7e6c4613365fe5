package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.order.Fill;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.portfolio.RoundTrip;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks for the first difference between the kernel's result and the fast path's. */
final class Comparison {

    private Comparison() {}

    /** The first difference in words; empty when everything is the same to the bit. */
    static Optional<String> difference(List<Fill> fills, List<RoundTrip> trades, EquityCurve equity, FastRun fast) {
        return first("fill", fills, fast.fills())
                .or(() -> first("trade", trades, fast.trades()))
                .or(() -> first(equity, fast.curve()));
    }

    private static <T> Optional<String> first(String what, List<T> kernel, List<T> fast) {
        int common = Math.min(kernel.size(), fast.size());
        for (int i = 0; i < common; i++) {
            if (!kernel.get(i).equals(fast.get(i))) {
                return Optional.of(what + " " + (i + 1) + " is " + kernel.get(i) + " in the kernel and " + fast.get(i)
                        + " on the fast path");
            }
        }
        return kernel.size() == fast.size()
                ? Optional.empty()
                : Optional.of(kernel.size() + " " + what + "s in the kernel and " + fast.size() + " on the fast path");
    }

    private static Optional<String> first(EquityCurve kernel, EquityCurve fast) {
        int common = Math.min(kernel.size(), fast.size());
        for (int i = 0; i < common; i++) {
            if (Double.compare(kernel.value(i), fast.value(i)) != 0 || kernel.time(i) != fast.time(i)) {
                return Optional.of("equity at " + Instant.ofEpochMilli(kernel.time(i)) + " is " + kernel.value(i)
                        + " in the kernel and " + fast.value(i) + " on the fast path");
            }
        }
        return kernel.size() == fast.size()
                ? Optional.empty()
                : Optional.of(kernel.size() + " bars in the kernel and " + fast.size() + " on the fast path");
    }
}
