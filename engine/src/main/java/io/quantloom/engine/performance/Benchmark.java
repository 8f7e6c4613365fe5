package io.quantloom.engine.performance;

import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;

/** Compares an equity curve with buying and holding something else over the same time. Pure functions. */
public final class Benchmark {

    private Benchmark() {}

    /**
     * Compares with the closes of a series. At each bar of the curve the benchmark stands at its last close up to that
     * bar, that is of the last bar that opens at or before it; bars before the series begins are left out. The series may
     * have other bars than the curve.
     *
     * @param name of the benchmark, for people
     * @param equity the curve; its first value is taken as the starting cash
     * @param other the benchmark, of the same timeframe or a finer one
     * @param barsPerYear N, of the curve
     */
    public static BenchmarkFit of(String name, EquityCurve equity, BarSeries other, double barsPerYear) {
        double[] own = equity.values();
        own[0] = equity.startingCash();
        double[] market = new double[own.length];
        int first = own.length;
        int at = -1;
        for (int i = 0; i < own.length; i++) {
            while (at + 1 < other.size() && other.openTime(at + 1) <= equity.time(i)) {
                at++;
            }
            if (at >= 0) {
                first = Math.min(first, i);
                market[i] = other.close(at);
            }
        }
        return of(
                name,
                Arrays.copyOfRange(own, first, own.length),
                Arrays.copyOfRange(market, first, own.length),
                barsPerYear);
    }

    /**
     * Compares two curves value by value.
     *
     * @param own values above zero
     * @param market as many values above zero
     */
    public static BenchmarkFit of(String name, double[] own, double[] market, double barsPerYear) {
        if (own.length != market.length) {
            throw new IllegalArgumentException("a curve and its benchmark differ in length");
        }
        int n = Math.max(0, own.length - 1);
        double[] r = logReturns(own);
        double[] m = logReturns(market);
        double ownMean = ReturnStatistics.mean(r);
        double marketMean = ReturnStatistics.mean(m);
        double covariance = 0;
        double ownVariance = 0;
        double marketVariance = 0;
        for (int i = 0; i < n; i++) {
            covariance += (r[i] - ownMean) * (m[i] - marketMean);
            ownVariance += (r[i] - ownMean) * (r[i] - ownMean);
            marketVariance += (m[i] - marketMean) * (m[i] - marketMean);
        }
        double beta = marketVariance > 0 ? covariance / marketVariance : Double.NaN;
        double total = n == 0 ? Double.NaN : market[n] / market[0] - 1;
        double alpha = n == 0 ? Double.NaN : own[n] / own[0] - 1 - beta * total;
        return new BenchmarkFit(
                name,
                n,
                total,
                beta,
                alpha,
                (ownMean - beta * marketMean) * barsPerYear,
                ownVariance > 0 && marketVariance > 0
                        ? covariance / Math.sqrt(ownVariance * marketVariance)
                        : Double.NaN);
    }

    private static double[] logReturns(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(values[i + 1] / values[i]);
        }
        return returns;
    }
}
