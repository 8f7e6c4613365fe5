package io.quantloom.engine.backtest.portfolio;

import io.quantloom.engine.backtest.BacktestPlan.Weighting;
import io.quantloom.engine.indicator.ExponentialDeviation;
import java.util.Arrays;

/** The weights of a portfolio as they are known at each close. Mutable. */
final class Weights {

    private final Weighting weighting;
    private final ExponentialDeviation[] deviations;
    private final double[] volatilities;
    private final double[] weights;

    Weights(Weighting weighting, int instruments) {
        this.weighting = weighting;
        this.weights = new double[instruments];
        this.volatilities = new double[instruments];
        this.deviations = new ExponentialDeviation[instruments];
        Arrays.fill(volatilities, Double.NaN);
        Arrays.fill(weights, 1.0 / instruments);
        switch (weighting) {
            case Weighting.Equal _ -> {
                // that is how they begin
            }
            case Weighting.Fixed fixed -> {
                for (int i = 0; i < instruments; i++) {
                    weights[i] = fixed.weights().get(i);
                }
            }
            case Weighting.InverseVolatility inverse ->
                Arrays.setAll(deviations, _ -> new ExponentialDeviation(inverse.span()));
        }
    }

    /** Takes the close of an instrument. */
    void close(int instrument, double price) {
        if (weighting instanceof Weighting.InverseVolatility) {
            volatilities[instrument] = deviations[instrument].next(price);
        }
    }

    /** Weighs again by what is known now; equal as long as a volatility is not. */
    void weigh() {
        if (!(weighting instanceof Weighting.InverseVolatility)) {
            return;
        }
        double sum = 0;
        for (double volatility : volatilities) {
            if (!(volatility > 0)) {
                return;
            }
            sum += 1 / volatility;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / volatilities[i] / sum;
        }
    }

    double of(int instrument) {
        return weights[instrument];
    }
}
