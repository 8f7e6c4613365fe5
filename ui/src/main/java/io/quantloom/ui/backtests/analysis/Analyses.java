package io.quantloom.ui.backtests.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.BacktestAnalysis;
import io.quantloom.engine.backtest.analysis.CurveAnalysis;
import io.quantloom.engine.backtest.analysis.SanityAlarm;
import io.quantloom.engine.backtest.analysis.SanityFinding;
import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.CostPoint;
import io.quantloom.engine.backtest.analysis.rerun.Neighbor;
import io.quantloom.engine.backtest.analysis.rerun.PerturbationScore;
import io.quantloom.engine.backtest.analysis.resampling.Bootstrap;
import io.quantloom.engine.backtest.analysis.resampling.BootstrapInterval;
import io.quantloom.engine.performance.Drawdown;
import io.quantloom.engine.performance.TimeSeries;
import io.quantloom.ui.backtests.analysis.AnalysisContent.BenchmarkRow;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Delay;
import io.quantloom.ui.backtests.analysis.AnalysisContent.DrawdownRow;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Finding;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Interval;
import io.quantloom.ui.backtests.analysis.AnalysisContent.NeighborRow;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Neighborhood;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Periods;
import io.quantloom.ui.chart.StackChart;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.curve.Curve;
import io.quantloom.ui.curve.Curves;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Makes an analysis ready to show. Pure functions. */
final class Analyses {

    private static final Texts TEXTS = Texts.of("backtests");
    private static final double BAD_SHARE = 0.5;

    private Analyses() {}

    /** Returns the content of an analysis of a backtest. */
    static AnalysisContent of(BacktestResult result, BacktestAnalysis analysis) {
        return new AnalysisContent(
                analysis.findings().stream().map(Analyses::finding).toList(),
                intervals(analysis),
                periods(result, analysis.curve()),
                analysis.frontier().map(Analyses::costs).orElse(List.of()),
                analysis.monteCarlo().stream()
                        .map(paths -> Simulations.of(result, paths))
                        .toList(),
                analysis.bootstraps().stream()
                        .flatMap(bootstrap -> rows(bootstrap).stream())
                        .toList(),
                analysis.perturbation().map(Analyses::neighborhood),
                analysis.notes());
    }

    private static Finding finding(SanityFinding finding) {
        SanityAlarm alarm = finding.alarm();
        Tone tone = switch (alarm) {
            case NO_TRADES, IMPOSSIBLE_SHARPE, IMPOSSIBLE_GROWTH, IMPOSSIBLE_WIN_RATE, NO_LOSING_MONTH, RUINED ->
                Tone.BAD;
            case FEW_TRADES,
                    ONE_TRADE_PROFIT,
                    AMBIGUOUS_BARS,
                    UNSENT_ORDERS,
                    OUT_OF_SAMPLE_DECAY,
                    COST_SENSITIVE,
                    LUCKY_PARAMETERS -> Tone.WARN;
        };
        return new Finding(TEXTS.get("alarm." + alarm.key()), finding.sentence(), tone);
    }

    /** Of the first method alone: two intervals beside one figure would say less than one. */
    private static Map<String, String> intervals(BacktestAnalysis analysis) {
        Map<String, String> short95 = new TreeMap<>();
        analysis.bootstraps().stream().findFirst().ifPresent(bootstrap -> {
            for (BootstrapInterval interval : bootstrap.intervals()) {
                StatisticText text = StatisticText.of(interval.statistic());
                // A fall is stored positive and reads negative: its upper end stands first.
                boolean turned = text.kind() == StatisticText.Kind.FALL;
                double first = turned ? interval.high() : interval.low();
                double last = turned ? interval.low() : interval.high();
                if (!Double.isNaN(first) && !Double.isNaN(last)) {
                    short95.put(
                            interval.statistic(),
                            TEXTS.get("interval.short", brief(text, first, false), brief(text, last, true)));
                }
            }
        });
        return short95;
    }

    private static String brief(StatisticText text, double value, boolean withUnit) {
        return switch (text.kind()) {
            case FALL -> Formats.decimal(-value * 100, 0) + (withUnit ? " %" : "");
            case GAIN -> Formats.signed(value * 100, 0) + (withUnit ? " %" : "");
            default -> text.format(value);
        };
    }

    private static List<Interval> rows(Bootstrap bootstrap) {
        String method = TEXTS.get("bootstrap." + bootstrap.method().key());
        return bootstrap.intervals().stream()
                .map(interval -> {
                    StatisticText text = StatisticText.of(interval.statistic());
                    boolean turned = text.kind() == StatisticText.Kind.FALL;
                    return new Interval(
                            text.label(),
                            text.format(interval.estimate()),
                            text.format(turned ? interval.high() : interval.low()),
                            text.format(turned ? interval.low() : interval.high()),
                            method);
                })
                .toList();
    }

    private static Periods periods(BacktestResult result, CurveAnalysis curve) {
        Curves lines =
                Curves.align(List.of(curve("sharpe", curve.rollingSharpe()), curve("exposure", curve.exposure())));
        var stack = StackChart.Content.of(
                lines.times(),
                result.synthetic().orElse(""),
                List.of(
                        ChartLine.of("", "accent", held(lines.values(0))),
                        ChartLine.of("", "s7", held(lines.values(1)))),
                result.outOfSampleFrom().isPresent()
                        ? OptionalInt.of(
                                lines.firstAtOrAfter(result.outOfSampleFrom().getAsLong()))
                        : OptionalInt.empty());
        List<DrawdownRow> drawdowns = new ArrayList<>();
        for (Drawdown drawdown : curve.drawdowns()) {
            drawdowns.add(new DrawdownRow(
                    drawdowns.size() + 1,
                    -drawdown.depth(),
                    drawdown.start(),
                    drawdown.trough(),
                    drawdown.recovery().isPresent()
                            ? Formats.day(drawdown.recovery().getAsLong())
                            : TEXTS.get("drawdown.open"),
                    drawdown.bars(),
                    drawdown.barsToTrough()));
        }
        return new Periods(
                TEXTS.get("rolling.window", Formats.count(curve.rollingBars(), "bar")),
                stack,
                drawdowns,
                curve.benchmarks().stream()
                        .map(fit -> new BenchmarkRow(
                                fit.name(), fit.totalReturn(), fit.beta(), fit.alphaPerYear(), fit.correlation()))
                        .toList());
    }

    /** The series are thinned apart from each other: one may end a few bars before the axis does. */
    private static double[] held(double[] values) {
        int last = values.length - 1;
        while (last > 0 && Double.isNaN(values[last])) {
            last--;
        }
        for (int i = last + 1; i < values.length; i++) {
            values[i] = values[last];
        }
        return values;
    }

    private static Curve curve(String name, TimeSeries series) {
        return Curve.of(name, series.times(), series.values());
    }

    private static List<Delay> costs(CostFrontier frontier) {
        double sharpest = MatrixChart.Content.strongestOf(
                frontier.points().stream().map(CostPoint::sharpe).toList());
        double largest = MatrixChart.Content.strongestOf(
                frontier.points().stream().map(CostPoint::totalReturn).toList());
        return frontier.delays().stream()
                .map(delay -> new Delay(
                        TEXTS.get(delay == 0 ? "costs.delay.none" : "costs.delay", Formats.count(delay, "bar")),
                        matrix(frontier, delay, CostPoint::sharpe, sharpest, value -> Formats.signed(value, 2)),
                        matrix(frontier, delay, CostPoint::totalReturn, largest, value -> Formats.percent(value, 0))))
                .toList();
    }

    private static MatrixChart.Content matrix(
            CostFrontier frontier,
            int delay,
            ToDoubleFunction<CostPoint> value,
            double strongest,
            java.util.function.DoubleFunction<String> format) {
        List<Double> values = new ArrayList<>();
        OptionalInt own = OptionalInt.empty();
        for (double slippage : frontier.slippages()) {
            for (double fee : frontier.fees()) {
                // Only the backtest itself was filled without a delay.
                if (delay == 0 && fee == frontier.ownFee() && slippage == frontier.ownSlippage()) {
                    own = OptionalInt.of(values.size());
                }
                values.add(frontier.at(fee, slippage, delay)
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN));
            }
        }
        return new MatrixChart.Content(
                TEXTS.get("costs.fee"),
                frontier.fees().stream()
                        .map(fee -> Formats.plain(fee * 100) + " %")
                        .toList(),
                TEXTS.get("costs.slippage"),
                frontier.slippages().stream()
                        .map(bps -> Formats.plain(bps) + " bps")
                        .toList(),
                values,
                own,
                strongest,
                format);
    }

    private static Neighborhood neighborhood(PerturbationScore score) {
        List<String> parameters = List.copyOf(score.center().parameters().keySet());
        List<NeighborRow> rows = new ArrayList<>();
        rows.add(row(parameters, score.center(), true));
        score.neighbors().forEach(neighbor -> rows.add(row(parameters, neighbor, false)));
        String summary = Double.isNaN(score.share())
                ? TEXTS.get("neighbors.undefined")
                : TEXTS.get(
                        "neighbors.summary",
                        Formats.share(score.share(), 0),
                        Formats.decimal(score.meanSharpe(), 2),
                        Formats.decimal(score.worstSharpe(), 2));
        return new Neighborhood(
                summary,
                score.share() >= BAD_SHARE ? Tone.OK : Tone.WARN,
                parameters.stream().map(name -> name.replace('_', ' ')).toList(),
                rows);
    }

    private static NeighborRow row(List<String> parameters, Neighbor neighbor, boolean isCenter) {
        return new NeighborRow(
                isCenter,
                parameters.stream()
                        .map(name -> Optional.ofNullable(neighbor.parameters().get(name))
                                .orElse(Double.NaN))
                        .toList(),
                neighbor.sharpe(),
                neighbor.totalReturn(),
                neighbor.trades());
    }
}
