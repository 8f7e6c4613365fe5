package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.PeriodReturn;
import io.quantloom.engine.performance.PeriodReturns;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Writes a backtest as one page: what it is, what came out, what it is worth, and every figure with its formula. */
final class HtmlReport {

    private static final int MOST_TRADES = 2_000;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> KEY_FIGURES = List.of(
            "total_return",
            "cagr",
            "sharpe_ratio",
            "sortino_ratio",
            "max_drawdown",
            "win_rate",
            "profit_factor",
            "trades",
            "exposure",
            "fees");

    private final ReportSource source;
    private final BacktestResult result;
    private final ReportTexts texts;
    private final Html html = new Html();

    private HtmlReport(ReportSource source, ReportTexts texts) {
        this.source = source;
        this.result = source.result();
        this.texts = texts;
    }

    /** Returns the page. */
    static String of(ReportSource source, ReportTexts texts) {
        return new HtmlReport(source, texts).page();
    }

    private String page() {
        var evidence = new EvidenceSections(source, texts);
        head();
        figures(evidence);
        if (result.equity().size() > 1) {
            evidence.findings(html);
            equity();
            months();
            if (!result.trades().isEmpty()) {
                tradeCharts();
            }
            evidence.write(html);
        }
        result.detail()
                .map(DetailTable::of)
                .ifPresent(detail ->
                        html.heading(detail.title(), detail.note()).table(detail.columns(), detail.rows(), 99));
        statistics();
        setup();
        trades();
        return PageFrame.around(result.title() + " on " + result.series(), html.text());
    }

    private void head() {
        EquityCurve equity = result.equity();
        String range = equity.size() == 0
                ? "no bars"
                : ReportNumbers.day(equity.time(0)) + " to " + ReportNumbers.day(equity.time(equity.size() - 1)) + ", "
                        + ReportNumbers.decimal(equity.size(), 0) + " bars";
        html.raw("<h1>" + Svg.escaped(result.title()) + "</h1>\n");
        html.paragraph(
                result.series() + " · " + range + " · run " + source.run().id(), "subtitle");
        result.synthetic().ifPresent(why -> html.paragraph("Not real prices: " + why + ".", "warning"));
        html.paragraph("Simulated results, net of the costs named below. They are no promise of anything.", "small");
    }

    private void figures(EvidenceSections evidence) {
        html.raw("<div class=\"tiles\">\n");
        for (String key : KEY_FIGURES) {
            ReportTexts.Row row = texts.row(key);
            html.raw("<div class=\"tile\"><span>" + Svg.escaped(row.label()) + "</span><b>"
                    + Svg.escaped(value(key)) + "</b><i>" + Svg.escaped(evidence.interval(key)) + "</i><em>"
                    + Svg.escaped(row.formula()) + "</em></div>\n");
        }
        html.raw("</div>\n");
    }

    private void equity() {
        html.heading("Equity", "solid: the account, dotted: buy and hold, at each close");
        html.drawing(ReportCharts.equity(result, source.held()));
        html.heading("Drawdown", "equity over its running peak − 1");
        html.drawing(ReportCharts.underwater(result));
    }

    private void months() {
        Map<Integer, double[]> rows = new TreeMap<>();
        double strongest = 1e-9;
        for (PeriodReturn month : PeriodReturns.monthly(result.equity())) {
            double[] row = rows.computeIfAbsent(month.from().getYear(), _ -> {
                double[] empty = new double[12];
                Arrays.fill(empty, Double.NaN);
                return empty;
            });
            row[month.from().getMonthValue() - 1] = month.fraction();
            strongest = Math.max(strongest, Math.abs(month.fraction()));
        }
        Map<Integer, Double> years = new TreeMap<>();
        PeriodReturns.yearly(result.equity())
                .forEach(year -> years.put(year.from().getYear(), year.fraction()));
        html.heading("Monthly returns", "percent, net: last equity of the month / last equity before it − 1");
        var table = new StringBuilder("<table class=\"months\"><thead><tr><th></th>");
        MONTHS.forEach(
                month -> table.append("<th class=\"figure\">").append(month).append("</th>"));
        table.append("<th class=\"figure\">Year</th></tr></thead><tbody>\n");
        for (Map.Entry<Integer, double[]> row : rows.entrySet()) {
            table.append("<tr><td>").append(row.getKey()).append("</td>");
            for (double month : row.getValue()) {
                table.append(
                        Double.isNaN(month)
                                ? "<td></td>"
                                : Html.shaded(month, strongest, ReportNumbers.signed(month * 100, 1)));
            }
            double year = years.getOrDefault(row.getKey(), Double.NaN);
            table.append("<td class=\"figure total\">")
                    .append(ReportNumbers.signed(year * 100, 1))
                    .append("</td></tr>\n");
        }
        html.raw(table.append("</tbody></table>\n").toString());
    }

    private void tradeCharts() {
        List<RoundTrip> trades = result.trades();
        double[] returns =
                trades.stream().mapToDouble(RoundTrip::returnFraction).toArray();
        OptionalDouble mean = result.statistics().get("expectancy");
        String left = new Html()
                .heading("Trade returns", "net pnl / notional at entry")
                .drawing(ReportCharts.histogram(
                        "Distribution of trade returns",
                        returns,
                        mean,
                        "mean " + ReportNumbers.percent(mean.orElse(Double.NaN), 2)))
                .text();
        String right = new Html()
                .heading("Excursions", "across: worst mark (MAE), up: best mark (MFE); ▲ gained ▼ lost")
                .drawing(ReportCharts.excursions(trades))
                .text();
        html.pair(left, right);
    }

    private void statistics() {
        html.heading("Statistics", "R: bar returns, N: bars per year, E: equity, n: bars; risk-free rate 0");
        var rows = new ArrayList<List<String>>();
        for (String key : result.statistics().values().keySet()) {
            rows.add(List.of(
                    texts.row(key).label(),
                    value(key),
                    key,
                    texts.row(key).formula(),
                    result.statistics().notes().getOrDefault(key, "")));
        }
        html.table(List.of("Statistic", "Value", "Key", "Formula", "Note"), rows, 99);
    }

    private void setup() {
        html.heading("How it was run", source.run().name());
        var rows = new ArrayList<List<String>>();
        source.run().params().forEach((key, text) -> rows.add(List.of(key, text)));
        source.run().tags().forEach((key, text) -> rows.add(List.of(key, text)));
        html.table(List.of("Parameter", "Value"), rows, 99);
    }

    private void trades() {
        List<RoundTrip> trades = result.trades();
        boolean cut = trades.size() > MOST_TRADES;
        html.heading(
                "Trades",
                cut
                        ? "the first " + ReportNumbers.decimal(MOST_TRADES, 0) + " of "
                                + ReportNumbers.decimal(trades.size(), 0) + "; the CSV has all"
                        : ReportNumbers.decimal(trades.size(), 0) + ", in the order of their exits, times in UTC");
        var rows = new ArrayList<List<String>>();
        for (RoundTrip trade : trades.subList(0, Math.min(MOST_TRADES, trades.size()))) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    trade.isLong() ? "▲ long" : "▼ short",
                    ReportNumbers.minute(trade.entryTime()),
                    ReportNumbers.minute(trade.exitTime()),
                    trade.reason().text().replace('_', ' '),
                    ReportNumbers.plain(trade.units()),
                    ReportNumbers.plain(trade.entryPrice()),
                    ReportNumbers.plain(trade.exitPrice()),
                    Integer.toString(trade.bars()),
                    ReportNumbers.percent(trade.returnFraction(), 2),
                    ReportNumbers.signed(trade.pnl(), 2),
                    ReportNumbers.decimal(trade.fees(), 2),
                    ReportNumbers.percent(trade.mae(), 1),
                    ReportNumbers.percent(trade.mfe(), 1)));
        }
        html.table(
                List.of(
                        "#", "Side", "Entry", "Exit", "Reason", "Units", "In", "Out", "Bars", "Return", "P&L", "Fees",
                        "MAE", "MFE"),
                rows,
                5);
    }

    private String value(String key) {
        return ReportNumbers.statistic(
                texts.row(key).kind(), result.statistics().get(key).orElse(Double.NaN));
    }
}
