package io.quantloom.engine.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.portfolio.RoundTrip;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** Writes a backtest as tables: times ISO 8601 in UTC, numbers as the shortest text that reads back to the same double. */
final class CsvTables {

    private CsvTables() {}

    static String trades(BacktestResult result) {
        var out = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord(List.of(
                "number",
                "side",
                "quantity",
                "entry_time",
                "entry_price",
                "exit_time",
                "exit_price",
                "pnl",
                "fees",
                "return",
                "bars",
                "mae",
                "mfe",
                "reason"));
        int number = 1;
        for (RoundTrip trade : result.trades()) {
            csv.writeRecord(List.of(
                    Integer.toString(number++),
                    trade.isLong() ? "long" : "short",
                    Double.toString(trade.units()),
                    time(trade.entryTime()),
                    Double.toString(trade.entryPrice()),
                    time(trade.exitTime()),
                    Double.toString(trade.exitPrice()),
                    Double.toString(trade.pnl()),
                    Double.toString(trade.fees()),
                    Double.toString(trade.returnFraction()),
                    Integer.toString(trade.bars()),
                    Double.toString(trade.mae()),
                    Double.toString(trade.mfe()),
                    trade.reason().text()));
        }
        return out.toString();
    }

    static String equity(EquityCurve equity) {
        var out = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord(List.of("timestamp", "equity"));
        for (int i = 0; i < equity.size(); i++) {
            csv.writeRecord(List.of(time(equity.time(i)), Double.toString(equity.value(i))));
        }
        return out.toString();
    }

    static String statistics(BacktestResult result, ReportTexts texts) {
        var out = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord(List.of("key", "value", "formula", "note"));
        result.statistics().values().forEach((key, value) -> {
            boolean isTime = texts.row(key).kind().equals("TIME");
            String text = value.isEmpty()
                    ? ""
                    : isTime ? time((long) value.getAsDouble()) : Double.toString(value.getAsDouble());
            csv.writeRecord(List.of(
                    key,
                    text,
                    texts.row(key).formula(),
                    result.statistics().notes().getOrDefault(key, "")));
        });
        return out.toString();
    }

    private static String time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }
}
