package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.indicator.ExponentialDeviation;
import io.quantloom.engine.market.BarSeries;
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
    public double[][] compute(MarketView view) {
        BarSeries bars = view.bars();
        if (estimator == Estimator.EWM) {
            return new double[][] {ExponentialDeviation.ofReturns(bars.closes(), window)};
        }
        boolean parkinson = estimator == Estimator.PARKINSON;
        int first = parkinson ? window - 1 : window;
        double divisor = window * (parkinson ? 4 * Math.log(2) : 1);
        double[] squares = new double[bars.size()];
        for (int t = parkinson ? 0 : 1; t < squares.length; t++) {
            double move = Math.log(parkinson ? bars.high(t) / bars.low(t) : bars.close(t) / bars.close(t - 1));
            squares[t] = move * move;
        }
        double[][] columns = undefined(bars.size());
        for (int t = first; t < squares.length; t++) {
            double sum = 0;
            for (int i = t - window + 1; i <= t; i++) {
                sum += squares[i];
            }
            columns[0][t] = Math.sqrt(sum / divisor);
        }
        return columns;
    }
}
