package io.quantloom.ui.backtests.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.PeriodReturns;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.report.DetailTable;
import io.quantloom.ui.backtests.report.BacktestReport.Head;
import io.quantloom.ui.backtests.report.BacktestReport.StatisticRow;
import io.quantloom.ui.backtests.report.BacktestReport.Tile;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.figure.MonthlyReturns;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.control.StatTile.Figure;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.curve.Curve;
import io.quantloom.ui.curve.Curves;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.text.Texts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the report of a backtest from what was recorded and from the prices it traded on. Pure functions. */
final class Reports {

    private static final Texts TEXTS = Texts.of("backtests");
    private static final double YEAR_MILLIS = 365.25 * 86_400_000;

    private Reports() {}

    /** Returns the report; without bars it has neither benchmark nor price chart. */
    static BacktestReport of(BacktestResult result, Optional<BarSeries> series) {
        ChartBars bars = series.map(Reports::bars).orElseGet(ChartBars::none);
        EquityCurve equity = result.equity();
        return new BacktestReport(
                head(result),
                figures(result),
                statistics(result.statistics()),
                equity(result, series),
                months(equity),
                trades(result.trades(), bars),
                bars,
                result.detail().map(DetailTable::of).map(Reports::detail));
    }

    private static BacktestReport.Detail detail(DetailTable table) {
        return new BacktestReport.Detail(
                table.title(), table.note(), table.columns(), table.rows(), table.figuresFrom(), table.figuresTo());
    }

    private static Head head(BacktestResult result) {
        EquityCurve equity = result.equity();
        String range = equity.size() == 0
                ? ""
                : Formats.day(equity.time(0)) + " – " + Formats.day(equity.time(equity.size() - 1));
        return new Head(
                result.title(),
                result.series().symbol().name(),
                result.series().timeframe().toString(),
                range,
                result.synthetic().orElse(""),
                result.certificate().equal(),
                result.certificate().reason());
    }

    private static ChartBars bars(BarSeries series) {
        return ChartBars.of(
                series.openTimes(), series.opens(), series.highs(), series.lows(), series.closes(), series.volumes());
    }

    private static MonthlyReturns months(EquityCurve equity) {
        Map<YearMonth, Double> months = new TreeMap<>();
        PeriodReturns.monthly(equity).forEach(month -> months.put(YearMonth.from(month.from()), month.fraction()));
        Map<Integer, Double> years = new TreeMap<>();
        PeriodReturns.yearly(equity).forEach(year -> years.put(year.from().getYear(), year.fraction()));
        return MonthlyReturns.of(months, years);
    }

    private static List<TradeRow> trades(List<RoundTrip> trades, ChartBars bars) {
        var rows = new ArrayList<TradeRow>();
        for (RoundTrip trade : trades) {
            rows.add(TradeRow.of(
                    rows.size() + 1, trade, bars.indexAt(trade.entryTime()), bars.indexAt(trade.exitTime())));
        }
        return rows;
    }

    private static EquityChart.Content equity(BacktestResult result, Optional<BarSeries> series) {
        var curves = new ArrayList<Curve>();
        curves.add(Curve.ofAccount(result.title(), result.equity()));
        series.flatMap(bars -> benchmark(result, bars)).ifPresent(curves::add);
        Curves aligned = Curves.align(curves);
        String key = result.run().map(RunId::value).orElse(result.title());
        var content = EquityChart.Content.of(
                        key, aligned.times(), result.synthetic().orElse(""))
                .withSubject(result.title(), aligned.values(0));
        if (aligned.count() > 1) {
            content = content.withLine(ChartLine.of(aligned.name(1), "faint", "dotted", aligned.values(1)));
        }
        return result.outOfSampleFrom().isPresent()
                ? content.withOutOfSampleFrom(
                        aligned.firstAtOrAfter(result.outOfSampleFrom().getAsLong()))
                : content;
    }

    /**
     * Buy and hold over the bars of the account, scaled so that its end is the recorded statistic: the legend and the strip
     * show one number.
     */
    private static Optional<Curve> benchmark(BacktestResult result, BarSeries bars) {
        EquityCurve equity = result.equity();
        double gain = result.statistics().get("buy_hold_return").orElse(Double.NaN);
        if (equity.size() == 0 || Double.isNaN(gain)) {
            return Optional.empty();
        }
        int from = bars.firstAtOrAfter(equity.time(0));
        int to = bars.firstAtOrAfter(equity.time(equity.size() - 1) + 1);
        if (to - from != equity.size()) {
            // The stored bars were revised since: a benchmark of other bars would mislead.
            return Optional.empty();
        }
        double end = equity.startingCash() * (1 + gain);
        double[] held = Arrays.copyOfRange(bars.closes(), from, to);
        double last = held[held.length - 1];
        return Optional.of(Curve.withStart(
                TEXTS.get("benchmark"),
                equity.startingCash(),
                equity.times(),
                Arrays.stream(held).map(close -> end * close / last).toArray()));
    }

    private static List<StatisticRow> statistics(Statistics statistics) {
        return statistics.values().keySet().stream()
                .map(key -> {
                    StatisticText text = StatisticText.of(key);
                    return new StatisticRow(
                            text.label(),
                            key,
                            text.format(statistics.get(key).orElse(Double.NaN)),
                            text.formula(),
                            statistics.notes().getOrDefault(key, ""));
                })
                .toList();
    }

    private static List<Tile> figures(BacktestResult result) {
        Statistics statistics = result.statistics();
        EquityCurve equity = result.equity();
        double years = equity.size() < 2 ? Double.NaN : (equity.time(equity.size() - 1) - equity.time(0)) / YEAR_MILLIS;
        double trades = value(statistics, "trades");
        return List.of(
                figure(statistics, "total_return", TEXTS.get("note.hold", text(statistics, "buy_hold_return"))),
                figure(statistics, "cagr", TEXTS.get("note.years", Formats.decimal(years, 1))),
                figure(statistics, "sharpe_ratio", TEXTS.get("note.psr", text(statistics, "probabilistic_sharpe"))),
                figure(statistics, "sortino_ratio", TEXTS.get("note.calmar", text(statistics, "calmar_ratio"))),
                figure(statistics, "max_drawdown", TEXTS.get("note.longest", text(statistics, "max_drawdown_bars"))),
                figure(statistics, "win_rate", TEXTS.get("note.best", text(statistics, "best_trade"))),
                figure(statistics, "profit_factor", TEXTS.get("note.sqn", text(statistics, "sqn"))),
                figure(statistics, "trades", TEXTS.get("note.month", Formats.decimal(trades / years / 12, 1))),
                figure(statistics, "exposure", TEXTS.get("note.bars", text(statistics, "bars"))),
                new Tile(
                        "fees",
                        new Figure(
                                StatisticText.of("fees").label(),
                                Formats.compact(value(statistics, "fees")),
                                Tone.NEUTRAL,
                                TEXTS.get("note.slippage", Formats.compact(value(statistics, "slippage"))),
                                formula(statistics, "fees") + " = " + text(statistics, "fees"))));
    }

    private static Tile figure(Statistics statistics, String key, String note) {
        StatisticText text = StatisticText.of(key);
        double value = value(statistics, key);
        Tone tone = switch (text.kind()) {
            case GAIN -> Tone.ofSign(value);
            case FALL -> value > 0 ? Tone.DOWN : Tone.NEUTRAL;
            default -> Tone.NEUTRAL;
        };
        // Only the two figures that say up or down are colored; ten colored ones would say nothing.
        boolean colored = key.equals("total_return") || key.equals("max_drawdown");
        return new Tile(
                key,
                new Figure(
                        text.label(),
                        text.format(value),
                        colored ? tone : Tone.NEUTRAL,
                        note,
                        formula(statistics, key)));
    }

    private static String formula(Statistics statistics, String key) {
        String note = statistics.notes().getOrDefault(key, "");
        return StatisticText.of(key).formula() + (note.isEmpty() ? "" : "\n" + note);
    }

    private static String text(Statistics statistics, String key) {
        return StatisticText.of(key).format(value(statistics, key));
    }

    private static double value(Statistics statistics, String key) {
        return statistics.get(key).orElse(Double.NaN);
    }
}
