package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.BacktestAnalysis;
import io.quantloom.engine.backtest.analysis.CurveAnalysis;
import io.quantloom.engine.backtest.analysis.SanityFinding;
import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.CostPoint;
import io.quantloom.engine.backtest.analysis.rerun.Neighbor;
import io.quantloom.engine.backtest.analysis.rerun.PerturbationScore;
import io.quantloom.engine.backtest.analysis.resampling.Bootstrap;
import io.quantloom.engine.backtest.analysis.resampling.BootstrapInterval;
import io.quantloom.engine.backtest.analysis.resampling.Fan;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarlo;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarloMethod;
import io.quantloom.engine.performance.BenchmarkFit;
import io.quantloom.engine.performance.Drawdown;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a report that says what a backtest is worth as evidence; a sentence in its place when nobody analyzed it. */
final class EvidenceSections {

    private static final int MOST_DRAWDOWNS = 15;

    private final BacktestResult result;
    private final Optional<BacktestAnalysis> analysis;
    private final ReportTexts texts;

    EvidenceSections(ReportSource source, ReportTexts texts) {
        this.result = source.result();
        this.analysis = source.analysis();
        this.texts = texts;
    }

    /** The interval beside a figure; empty when there is none. */
    String interval(String key) {
        return analysis.flatMap(made -> made.bootstraps().stream().findFirst())
                .flatMap(bootstrap -> bootstrap.intervals().stream()
                        .filter(interval -> interval.statistic().equals(key))
                        .findFirst()
                        .map(interval -> ReportNumbers.share(bootstrap.level(), 0) + ": " + low(interval) + " … "
                                + high(interval)))
                .orElse("");
    }

    private String low(BootstrapInterval interval) {
        return value(interval, isFall(interval) ? interval.high() : interval.low());
    }

    private String high(BootstrapInterval interval) {
        return value(interval, isFall(interval) ? interval.low() : interval.high());
    }

    /** A fall is stored positive and reads negative. */
    private boolean isFall(BootstrapInterval interval) {
        return texts.row(interval.statistic()).kind().equals("FALL");
    }

    private String value(BootstrapInterval interval, double value) {
        return ReportNumbers.statistic(texts.row(interval.statistic()).kind(), value);
    }

    /** What should be looked into before the result is believed. */
    void findings(Html html) {
        html.heading("What to doubt", "");
        if (analysis.isEmpty()) {
            html.paragraph(
                    "This backtest was not analyzed: intervals, simulated paths, other costs, neighboring parameters"
                            + " and sanity checks are missing from this report.",
                    "warning");
            return;
        }
        List<SanityFinding> findings = analysis.get().findings();
        if (findings.isEmpty()) {
            html.paragraph("No sanity check found anything suspicious.", "fine");
        }
        findings.forEach(finding ->
                html.paragraph(finding.alarm().key().replace('-', ' ') + ": " + finding.sentence(), "warning"));
    }

    /** Everything else of the analysis. */
    void write(Html html) {
        if (analysis.isEmpty()) {
            return;
        }
        BacktestAnalysis made = analysis.get();
        curve(html, made.curve());
        intervals(html, made.bootstraps());
        made.monteCarlo().forEach(paths -> paths(html, paths));
        made.frontier().ifPresent(frontier -> costs(html, frontier));
        made.perturbation().ifPresent(score -> neighbors(html, score));
        if (!made.notes().isEmpty()) {
            html.heading("Left out", "");
            made.notes().forEach((part, why) -> html.paragraph(part.replace('_', ' ') + ": " + why, "small"));
        }
    }

    private static void curve(Html html, CurveAnalysis curve) {
        html.heading("Rolling Sharpe", "annualized, over the last " + curve.rollingBars() + " bars");
        html.drawing(ReportCharts.series(
                "Rolling Sharpe ratio", curve.rollingSharpe(), value -> ReportNumbers.decimal(value, 1)));
        html.heading("Exposure", "value of the position / equity at each close, negative when short");
        html.drawing(ReportCharts.series("Exposure", curve.exposure(), value -> ReportNumbers.share(value, 0)));
        html.heading("Drawdowns", "deepest first; depth = lowest equity / peak − 1; times in UTC");
        var rows = new ArrayList<List<String>>();
        for (Drawdown fall : curve.drawdowns()
                .subList(0, Math.min(MOST_DRAWDOWNS, curve.drawdowns().size()))) {
            rows.add(List.of(
                    ReportNumbers.minute(fall.start()),
                    ReportNumbers.minute(fall.trough()),
                    fall.recovery().isPresent()
                            ? ReportNumbers.minute(fall.recovery().getAsLong())
                            : "not yet",
                    ReportNumbers.percent(-fall.depth(), 1),
                    Integer.toString(fall.barsToTrough()),
                    Integer.toString(fall.bars())));
        }
        html.table(List.of("Peak", "Lowest", "Recovered", "Depth", "Bars to lowest", "Bars"), rows, 3);
        benchmarks(html, curve.benchmarks());
    }

    private static void benchmarks(Html html, List<BenchmarkFit> fits) {
        html.heading(
                "Against holding",
                "log returns; beta = covariance / variance, alpha a year = (mean − beta × mean of the other) × N");
        var rows = new ArrayList<List<String>>();
        for (BenchmarkFit fit : fits) {
            rows.add(List.of(
                    fit.name(),
                    ReportNumbers.percent(fit.totalReturn(), 1),
                    ReportNumbers.decimal(fit.beta(), 2),
                    ReportNumbers.percent(fit.alphaPerYear(), 1),
                    ReportNumbers.decimal(fit.correlation(), 2)));
        }
        html.table(List.of("Held", "Return", "Beta", "Alpha p.a.", "Correlation"), rows, 1);
    }

    private void intervals(Html html, List<Bootstrap> bootstraps) {
        if (bootstraps.isEmpty()) {
            return;
        }
        html.heading("Intervals", "percentiles of the statistic over bar returns drawn again in blocks");
        var rows = new ArrayList<List<String>>();
        for (Bootstrap bootstrap : bootstraps) {
            for (BootstrapInterval interval : bootstrap.intervals()) {
                rows.add(List.of(
                        texts.row(interval.statistic()).label(),
                        bootstrap.method().key() + ", blocks of " + ReportNumbers.decimal(bootstrap.blockLength(), 1)
                                + " bars, " + bootstrap.resamples() + " resamples",
                        value(interval, interval.estimate()),
                        low(interval),
                        high(interval)));
            }
        }
        html.table(List.of("Statistic", "Method", "As it was", "Low", "High"), rows, 2);
    }

    private void paths(Html html, MonteCarlo paths) {
        String method = paths.method().key().replace('-', ' ');
        html.heading(
                "Simulated equity: " + method,
                ReportNumbers.decimal(paths.paths(), 0)
                        + " paths; bands 5–95 % and 25–75 %, dashed: median, solid: as it was");
        html.drawing(ReportCharts.fan(paths.equity(), actual(paths), "Simulated equity, " + method));
        String left = new Html()
                .drawing(ReportCharts.falls(
                        paths.maxDrawdown(), result.statistics().get("max_drawdown")))
                .text();
        var rows = new ArrayList<List<String>>();
        for (double q : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            rows.add(List.of(
                    ReportNumbers.share(q, 0),
                    ReportNumbers.decimal(paths.finalEquity().quantile(q), 2),
                    ReportNumbers.share(-paths.maxDrawdown().quantile(1 - q), 1)));
        }
        String right = new Html()
                .paragraph(
                        "Final equity and deepest drawdown of a path that is better than this share of them", "small")
                .table(List.of("Share", "Final equity", "Max drawdown"), rows, 1)
                .text();
        html.pair(left, right);
    }

    private double[] actual(MonteCarlo paths) {
        Fan fan = paths.equity();
        double[] actual = new double[fan.size()];
        boolean bars = paths.method() == MonteCarloMethod.RESAMPLED_BLOCKS;
        List<RoundTrip> trades = result.trades();
        double balance = result.equity().startingCash();
        int done = 0;
        for (int i = 0; i < actual.length; i++) {
            int step = fan.step(i);
            while (!bars && done < step) {
                balance += trades.get(done++).pnl();
            }
            actual[i] = bars && step > 0 ? result.equity().value(step) : balance;
        }
        return actual;
    }

    private static void costs(Html html, CostFrontier frontier) {
        html.heading("Costs and delay", "Sharpe ratio of the same strategy run again; across: fee of each fill");
        double strongest = frontier.points().stream()
                .mapToDouble(CostPoint::sharpe)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(1);
        for (int delay : frontier.delays()) {
            html.paragraph(delay == 0 ? "Filled at the next open" : "Filled " + delay + " bars later", "caption");
            var table = new StringBuilder("<table class=\"matrix\"><thead><tr><th>slippage</th>");
            frontier.fees()
                    .forEach(fee -> table.append("<th class=\"figure\">")
                            .append(ReportNumbers.decimal(fee * 100, 3))
                            .append(" %</th>"));
            table.append("</tr></thead><tbody>\n");
            for (double slippage : frontier.slippages()) {
                table.append("<tr><td>")
                        .append(ReportNumbers.decimal(slippage, 1))
                        .append(" bps</td>");
                for (double fee : frontier.fees()) {
                    double sharpe = frontier.at(fee, slippage, delay)
                            .map(CostPoint::sharpe)
                            .orElse(Double.NaN);
                    table.append(Html.shaded(sharpe, strongest, ReportNumbers.signed(sharpe, 2)));
                }
                table.append("</tr>\n");
            }
            html.raw(table.append("</tbody></table>\n").toString());
        }
    }

    private static void neighbors(Html html, PerturbationScore score) {
        html.heading(
                "Neighboring parameters",
                Double.isNaN(score.share())
                        ? "the Sharpe ratio is not above zero"
                        : ReportNumbers.share(score.share(), 0) + " keep at least half of the Sharpe ratio");
        List<String> names = List.copyOf(score.center().parameters().keySet());
        var head = new ArrayList<String>(List.of(""));
        head.addAll(names);
        head.addAll(List.of("Sharpe", "Net return", "Trades"));
        var rows = new ArrayList<List<String>>();
        rows.add(row(names, score.center(), "as it was"));
        score.neighbors().forEach(neighbor -> rows.add(row(names, neighbor, "")));
        html.table(head, rows, 1);
    }

    private static List<String> row(List<String> names, Neighbor neighbor, String label) {
        var row = new ArrayList<String>(List.of(label));
        names.forEach(name -> row.add(ReportNumbers.plain(neighbor.parameters().getOrDefault(name, Double.NaN))));
        row.add(ReportNumbers.signed(neighbor.sharpe(), 2));
        row.add(ReportNumbers.percent(neighbor.totalReturn(), 1));
        row.add(Integer.toString(neighbor.trades()));
        return row;
    }
}
