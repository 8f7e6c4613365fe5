package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.portfolio.RoundTrip;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The forms of a backtest (contracts.md, Commands). */
public final class BacktestDocument {

    private BacktestDocument() {}

    /** The document of {@code backtest run}. */
    static JsonObject of(BacktestResult result) {
        var notes = JsonObject.empty();
        result.statistics().notes().forEach(notes::put);
        var document = JsonObject.empty()
                .put("run", result.run().map(run -> run.value()))
                .put("title", result.title())
                .put("series", result.series().toString())
                .put("synthetic", result.synthetic())
                .put("stats", Documents.statistics(result.statistics().values()))
                .put("notes", notes)
                .put(
                        "trades",
                        result.trades().stream().map(BacktestDocument::trade).toList())
                .put(
                        "fills",
                        result.fills().stream().map(BacktestDocument::fill).toList())
                .put("equity", equity(result.equity()))
                .put("certificate", certificate(result.certificate()));
        result.detail().ifPresent(detail -> DetailDocument.add(document, detail));
        return document;
    }

    /** One fill. */
    public static JsonObject fill(Fill fill) {
        return JsonObject.empty()
                .put("time", Instant.ofEpochMilli(fill.time()))
                .put("side", fill.side().name().toLowerCase(Locale.ROOT))
                .put("quantity", fill.units())
                .put("price", fill.price())
                .put("fee", fill.fee())
                .put("slippage", fill.slippage())
                .put("reason", fill.reason().text());
    }

    /** For people. */
    static void print(BacktestResult result, PrintWriter out) {
        out.println(result.title() + " on " + result.series());
        result.synthetic().ifPresent(why -> out.println("Synthetic, not real prices: " + why));
        var table = TextTable.of("statistic", "value");
        result.statistics().values().forEach((key, value) -> table.row(key, Documents.statisticText(key, value)));
        table.print(out, "");
        result.statistics().notes().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
                .forEach((note, keys) -> out.println(keys + ": " + note));
        result.detail().ifPresent(detail -> DetailDocument.print(detail, out));
        out.println(result.trades().size() + " trades, " + result.fills().size() + " fills"
                + result.run().map(run -> ", run " + run).orElse(""));
    }

    static JsonObject trade(RoundTrip trade) {
        return JsonObject.empty()
                .put("side", trade.isLong() ? "long" : "short")
                .put("quantity", trade.units())
                .put("entry_time", Instant.ofEpochMilli(trade.entryTime()))
                .put("entry_price", trade.entryPrice())
                .put("exit_time", Instant.ofEpochMilli(trade.exitTime()))
                .put("exit_price", trade.exitPrice())
                .put("pnl", trade.pnl())
                .put("fees", trade.fees())
                .put("return", trade.returnFraction())
                .put("bars", trade.bars())
                .put("mae", trade.mae())
                .put("mfe", trade.mfe())
                .put("reason", trade.reason().text());
    }

    private static List<List<Object>> equity(EquityCurve curve) {
        return new AbstractList<>() {
            @Override
            public List<Object> get(int i) {
                return List.of(Instant.ofEpochMilli(curve.time(i)), curve.value(i));
            }

            @Override
            public int size() {
                return curve.size();
            }
        };
    }

    /** Whether the fast path agrees. */
    static JsonObject certificate(Certificate certificate) {
        return JsonObject.empty()
                .put("equal", certificate.equal())
                .put("reason", certificate.reason())
                .put(
                        "data_sha256",
                        certificate.basis().map(basis -> basis.data().hex()))
                .put(
                        "specification_sha256",
                        certificate.basis().map(basis -> basis.specification().hex()))
                .put("version", certificate.basis().map(Certificate.Basis::version));
    }
}
