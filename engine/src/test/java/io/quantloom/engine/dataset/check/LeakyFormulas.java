package io.quantloom.engine.dataset.check;

import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.Resampling;
import io.quantloom.engine.market.Timeframe;
import java.util.Arrays;

/** Columns that know the future, and the same that do not. */
final class LeakyFormulas {

    /** The series that others are joined to. */
    static final Symbol OTHER = new Symbol("OTHER");

    private LeakyFormulas() {}

    static double[] at(double[] x, int shift) {
        double[] y = new double[x.length];
        Arrays.setAll(y, t -> t + shift >= 0 && t + shift < x.length ? x[t + shift] : Double.NaN);
        return y;
    }

    static double[] change(double[] x, int bars) {
        double[] y = new double[x.length];
        Arrays.setAll(
                y,
                t -> t + bars >= 0 && t + bars < x.length ? (x[t + bars] / x[t] - 1) * Math.signum(bars) : Double.NaN);
        return y;
    }

    static double[] mean(double[] x, int from, int to) {
        double[] y = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double sum = 0;
            int count = 0;
            for (int i = Math.max(0, t + from); i <= Math.min(x.length - 1, t + to); i++) {
                sum += x[i];
                count++;
            }
            y[t] = sum / count;
        }
        return y;
    }

    static double[] scaled(double[] x, int ahead) {
        double[] y = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double[] seen = Arrays.copyOfRange(x, 0, Math.min(x.length, t + 1 + ahead));
            double low = Arrays.stream(seen).min().orElseThrow();
            double high = Arrays.stream(seen).max().orElseThrow();
            y[t] = (x[t] - low) / (high - low);
        }
        return y;
    }

    static double[] standardized(double[] x, boolean whole) {
        double[] y = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double[] seen = whole ? x : Arrays.copyOf(x, t + 1);
            double mean = Arrays.stream(seen).average().orElseThrow();
            double squares =
                    Arrays.stream(seen).map(v -> (v - mean) * (v - mean)).sum();
            y[t] = (x[t] - mean) / Math.sqrt(squares);
        }
        return y;
    }

    static double[] ranked(double[] x, boolean whole) {
        double[] y = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            int now = t;
            double[] seen = whole ? x : Arrays.copyOf(x, t + 1);
            y[t] = (double) Arrays.stream(seen).filter(v -> v <= x[now]).count() / seen.length;
        }
        return y;
    }

    static double[] filled(double[] x, int direction) {
        double[] y = x.clone();
        for (int k = 0; k < x.length; k++) {
            int t = direction < 0 ? k : x.length - 1 - k;
            int from = t + direction;
            if (Double.isNaN(y[t]) && from >= 0 && from < x.length) {
                y[t] = y[from];
            }
        }
        return y;
    }

    static double[] interpolated(double[] x) {
        double[] before = filled(x, -1);
        double[] after = filled(x, 1);
        double[] y = new double[x.length];
        Arrays.setAll(y, t -> (before[t] + after[t]) / 2);
        return y;
    }

    /** The close of the four-hour bar: of the one under way, or of the last that has closed. */
    static double[] longer(BarSeries bars, boolean closed) {
        BarSeries four = Resampling.of(bars, Timeframe.parse("4h").orElseThrow(), Resampling.LastBar.KEPT);
        double[] y = new double[bars.size()];
        for (int t = 0; t < y.length; t++) {
            int place = MarketView.closedBy(four, MarketView.closeTime(bars, t)) - (closed ? 1 : 0);
            y[t] = place >= 0 && place < four.size() ? four.close(place) : Double.NaN;
        }
        return y;
    }

    static double[] dayClose(MarketView view) {
        BarSeries days = Resampling.of(view.bars(), Timeframe.DAY, Resampling.LastBar.KEPT);
        double[] y = new double[view.bars().size()];
        for (int t = 0; t < y.length; t++) {
            long day = Math.floorDiv(view.bars().openTime(t), 86_400_000L) * 86_400_000L;
            y[t] = days.close(days.firstAtOrAfter(day));
        }
        return y;
    }

    /** The other's bars are of four hours: at their open they are not known. */
    static double[] other(MarketView view, int waiting) {
        BarSeries others = view.other(OTHER).orElseThrow();
        double[] y = new double[view.bars().size()];
        for (int t = 0; t < y.length; t++) {
            long close = MarketView.closeTime(view.bars(), t);
            int known = waiting > 0 ? MarketView.closedBy(others, close) : others.firstAtOrAfter(close);
            y[t] = known == 0 ? Double.NaN : others.close(known - 1);
        }
        return y;
    }

    static double[] funding(MarketView view, int back) {
        double[] y = new double[view.bars().size()];
        for (int t = 0; t < y.length; t++) {
            int place = view.funding().firstAtOrAfter(MarketView.closeTime(view.bars(), t) + 1) - back;
            y[t] = place >= 0 && place < view.funding().size() ? view.funding().rate(place) : Double.NaN;
        }
        return y;
    }

    static double[] smoothed(double[] x) {
        double[] y = x.clone();
        for (int t = 1; t < y.length; t++) {
            y[t] = 0.9 * y[t - 1] + 0.1 * x[t];
        }
        return y;
    }

    static double[] smoothedBack(double[] x) {
        double[] y = x.clone();
        for (int t = y.length - 2; t >= 0; t--) {
            y[t] = 0.9 * y[t + 1] + 0.1 * x[t];
        }
        return y;
    }

    static double[] detrended(double[] x, boolean whole) {
        double[] y = new double[x.length];
        for (int t = 1; t < x.length; t++) {
            int size = whole ? x.length : t + 1;
            y[t] = x[t] - x[0] - (x[size - 1] - x[0]) / (size - 1) * t;
        }
        return y;
    }

    /** Whether the bar that lies {@code late} bars back is the highest of the three on both sides of it. */
    static double[] peak(BarSeries bars, int late) {
        double[] y = new double[bars.size()];
        for (int t = 0; t < y.length; t++) {
            int top = t - late;
            boolean highest = top >= 3;
            for (int i = Math.max(0, top - 3); i <= top + 3 && i < y.length && highest; i++) {
                highest = bars.high(i) <= bars.high(top);
            }
            y[t] = highest ? 1 : 0;
        }
        return y;
    }

    static double[] fromTheEnd(double[] x) {
        double[] y = new double[x.length];
        double sum = 0;
        for (int t = x.length - 1; t >= 0; t--) {
            sum += x[t];
            y[t] = sum;
        }
        double total = sum;
        double[] from = x.clone();
        Arrays.setAll(from, t -> total - y[t] + x[t]);
        return from;
    }

    static double[] fromTheStart(double[] x) {
        double[] y = x.clone();
        for (int t = 1; t < x.length; t++) {
            y[t] += y[t - 1];
        }
        return y;
    }
}
