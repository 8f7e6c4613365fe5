package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.resampling.Distribution;
import io.quantloom.engine.backtest.analysis.resampling.Fan;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.TimeSeries;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.report.ReportSource.Closes;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Draws the charts of a report. Pure functions. */
final class ReportCharts {

    private static final double WIDE = SvgPlot.WIDE;
    private static final double HALF = 510;
    private static final double MANY_FOLD = 8;
    private static final int MOST_BINS = 40;
    private static final int[] BAND_LOW = {0, 1};
    private static final int[] BAND_HIGH = {4, 3};

    private ReportCharts() {}

    /** Equity, buying and holding, and the part that nothing was fitted on; by the logarithm when it grew manyfold. */
    static String equity(BacktestResult result, Closes held) {
        double[] equity = result.equity().values();
        double[] market = market(result, held);
        double low = Math.min(minimum(equity), minimum(market));
        double high = Math.max(maximum(equity), maximum(market));
        boolean log = low > 0 && high / low > MANY_FOLD;
        DoubleFunction<String> format =
                log ? value -> ReportNumbers.compact(Math.pow(10, value)) : ReportNumbers::compact;
        var plot = new SvgPlot(WIDE, 320, "Equity of " + result.title())
                .range(0, equity.length - 1.0, log ? Math.log10(low) : low, log ? Math.log10(high) : high);
        outOfSample(plot, result);
        plot.valueAxis(format).timeAxis(result.equity().times());
        if (market.length > 0) {
            plot.line(scaled(market, log), "benchmark");
        }
        plot.line(scaled(equity, log), "subject");
        if (log) {
            plot.svg().text(10, 22, "start", "tick", "logarithmic");
        }
        return plot.end();
    }

    /** How far equity stood below its highest. */
    static String underwater(BacktestResult result) {
        EquityCurve equity = result.equity();
        double[] values = new double[equity.size()];
        double peak = equity.startingCash();
        for (int i = 0; i < values.length; i++) {
            peak = Math.max(peak, equity.value(i));
            values[i] = equity.value(i) / peak - 1;
        }
        var plot = new SvgPlot(WIDE, 130, "Drawdown from the running peak")
                .range(0, values.length - 1.0, minimum(values), 0);
        outOfSample(plot, result);
        return plot.valueAxis(value -> ReportNumbers.share(value, 0))
                .timeAxis(equity.times())
                .area(values, 0, "fall-area")
                .line(values, "fall")
                .end();
    }

    /** A series over time, with a line at zero. */
    static String series(String words, TimeSeries series, DoubleFunction<String> format) {
        double[] values = series.values();
        double low = Math.min(0, minimum(values));
        double high = Math.max(0, maximum(values));
        return new SvgPlot(WIDE, 150, words)
                .range(0, values.length - 1.0, low, high)
                .valueAxis(format)
                .timeAxis(series.times())
                .area(values, 0, "soft-area")
                .line(values, "subject")
                .end();
    }

    /** Every trade by its worst and its best mark. */
    static String excursions(List<RoundTrip> trades) {
        double worst = trades.stream().mapToDouble(RoundTrip::mae).min().orElse(0);
        double best = trades.stream().mapToDouble(RoundTrip::mfe).max().orElse(0);
        var plot = new SvgPlot(HALF, 300, "Adverse and favorable excursion of " + trades.size() + " trades")
                .range(Math.min(worst * 1.05, -1e-6), Math.max(0, -worst * 0.03), 0, Math.max(best, 1e-6))
                .valueAxis(value -> ReportNumbers.percent(value, 0))
                .numberAxis(value -> ReportNumbers.percent(value, 0));
        int number = 1;
        for (RoundTrip trade : trades) {
            boolean gained = trade.pnl() > 0;
            plot.svg()
                    .triangle(
                            plot.x(trade.mae()),
                            plot.y(trade.mfe()),
                            3.6,
                            gained,
                            gained ? "up dot" : "down dot",
                            "#" + number + " " + (trade.isLong() ? "long" : "short") + " "
                                    + ReportNumbers.percent(trade.returnFraction(), 2));
            number++;
        }
        return plot.end();
    }

    /** How often a value fell into a bin; the outermost percent falls into the outermost bins. */
    static String histogram(String words, double[] values, OptionalDouble marked, String mark) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double first = Math.min(0, sorted[(int) Math.floor(0.01 * (sorted.length - 1))]);
        double last = Math.max(0, sorted[(int) Math.ceil(0.99 * (sorted.length - 1))]);
        double step = SvgPlot.niceStep(Math.max(1e-6, (last - first) / MOST_BINS));
        double low = Math.floor(first / step) * step;
        int[] counts = new int[(int) Math.max(1, Math.ceil((last - low) / step))];
        for (double value : sorted) {
            counts[Math.clamp((long) Math.floor((value - low) / step), 0, counts.length - 1)]++;
        }
        int tallest = Arrays.stream(counts).max().orElse(1);
        var plot = new SvgPlot(HALF, 300, words)
                .range(low, low + counts.length * step, 0, tallest)
                .valueAxis(value -> ReportNumbers.decimal(value, 0))
                .numberAxis(value -> ReportNumbers.percent(value, step < 0.005 ? 1 : 0));
        for (int i = 0; i < counts.length; i++) {
            double from = plot.x(low + i * step) + 0.5;
            double to = plot.x(low + (i + 1) * step) - 0.5;
            plot.svg()
                    .rectangle(
                            from,
                            plot.y(counts[i]),
                            to - from,
                            plot.y(0) - plot.y(counts[i]),
                            low + (i + 0.5) * step < 0 ? "down" : "up");
        }
        if (marked.isPresent()) {
            double at = plot.x(Math.clamp(marked.getAsDouble(), low, low + counts.length * step));
            boolean right = at > HALF / 2;
            plot.svg().line(at, 10, at, plot.floor(), "mark");
            plot.svg().text(at + (right ? -6 : 6), 22, right ? "end" : "start", "mark-words", mark);
        }
        return plot.end();
    }

    /** Simulated paths: 5 to 95 %, 25 to 75 %, the median, and what really happened. */
    static String fan(Fan fan, double[] actual, String words) {
        double low = minimum(actual);
        double high = maximum(actual);
        for (int level = 0; level < Fan.LEVELS.size(); level++) {
            low = Math.min(low, minimum(fan.values(level)));
            high = Math.max(high, maximum(fan.values(level)));
        }
        var plot = new SvgPlot(WIDE, 280, words)
                .range(0, fan.size() - 1.0, low, high)
                .valueAxis(ReportNumbers::compact);
        for (int band = 0; band < BAND_LOW.length; band++) {
            plot.between(fan.values(BAND_LOW[band]), fan.values(BAND_HIGH[band]), "band");
        }
        int last = fan.size() - 1;
        for (int quarter = 0; quarter <= 4; quarter++) {
            int at = quarter * last / 4;
            String anchor = quarter == 0 ? "start" : quarter == 4 ? "end" : "middle";
            plot.svg().text(plot.x(at), 273, anchor, "tick", ReportNumbers.decimal(fan.step(at), 0));
        }
        return plot.line(fan.values(2), "median").line(actual, "subject").end();
    }

    /** Drawdowns of simulated paths, zero or below, with the one that happened. */
    static String falls(Distribution drawdowns, OptionalDouble actual) {
        double[] values = Arrays.stream(drawdowns.values()).map(depth -> -depth).toArray();
        OptionalDouble marked = actual.isPresent() ? OptionalDouble.of(-actual.getAsDouble()) : actual;
        return histogram("Deepest drawdown of each path", values, marked, "as it was");
    }

    private static void outOfSample(SvgPlot plot, BacktestResult result) {
        if (result.outOfSampleFrom().isEmpty() || result.equity().size() == 0) {
            return;
        }
        int from = Arrays.binarySearch(
                result.equity().times(), result.outOfSampleFrom().getAsLong());
        int first = from >= 0 ? from : -from - 1;
        double left = plot.x(first);
        plot.svg().rectangle(left, 10, plot.x(result.equity().size() - 1.0) - left, plot.floor() - 10, "sample");
        plot.svg().text(left + 6, 24, "start", "sample-words", "out of sample");
    }

    /** Scaled so that it ends at the recorded statistic: the chart and the table tell one number. */
    private static double[] market(BacktestResult result, Closes held) {
        OptionalDouble gain = result.statistics().get("buy_hold_return");
        if (gain.isEmpty() || held.size() == 0) {
            return new double[0];
        }
        double end = result.equity().startingCash() * (1 + gain.getAsDouble());
        double last = held.value(held.size() - 1);
        double[] market = new double[held.size()];
        for (int i = 0; i < market.length; i++) {
            market[i] = end * held.value(i) / last;
        }
        return market;
    }

    private static double[] scaled(double[] values, boolean log) {
        return log ? Arrays.stream(values).map(Math::log10).toArray() : values;
    }

    private static double minimum(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double maximum(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
