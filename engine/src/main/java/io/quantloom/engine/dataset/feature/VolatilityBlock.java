package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.indicator.ExponentialDeviation;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import java.util.Locale;

/**
 * Volatility of one bar, a fraction, zero or more.
 *
 * @param estimator how
 * @param window bars, above one
 */
record VolatilityBlock(Estimator estimator, int window) implements FeatureBlock {

    /** How volatility is measured. */
    enum Estimator {
        /** {@link ExponentialDeviation} of simple returns with the span; first at the span. */
        EWM,
        /** {@code √(Σ ln(C[i]/C[i−1])² / n)} over the last n bars, not centered; first at n. */
        REALIZED,
        /**
         * {@code √(Σ ln(H/L)² / (4 ln 2 · n))} over the last n bars; first at n − 1. Source: M. Parkinson, Journal of
         * Business 53 (1980).
         */
        PARKINSON;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public List<String> columns() {
        return List.of(estimator.word() + "_volatility_" + window);
    }

    @Override
    public String text() {
        return "volatility kind=" + estimator.word() + " window=" + window;
    }

    @Override
    public BlockStream stream(SeriesKey series) {
        if (estimator == Estimator.EWM) {
            var deviation = new ExponentialDeviation(window);
            return (bar, _) -> new double[] {deviation.next(bar.close())};
        }
        boolean parkinson = estimator == Estimator.PARKINSON;
        double divisor = window * (parkinson ? 4 * Math.log(2) : 1);
        var squares = new LastValues(window);
        // Without a bar before it the first one has no return.
        double[] last = {Double.NaN};
        return (bar, _) -> {
            double move = Math.log(parkinson ? bar.high() / bar.low() : bar.close() / last[0]);
            if (!Double.isNaN(move)) {
                squares.add(move * move);
            }
            last[0] = bar.close();
            return new double[] {squares.taken() < window ? Double.NaN : Math.sqrt(sum(squares) / divisor)};
        };
    }

    private double sum(LastValues squares) {
        double sum = 0;
        for (int back = window - 1; back >= 0; back--) {
            sum += squares.ago(back);
        }
        return sum;
    }
}
