package io.quantloom.app.cli.command.trading;

import io.quantloom.app.cli.command.backtest.BacktestDocument;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.engine.trading.Reconciliation;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A bot with its session, and the forms of it (contracts.md, Commands).
 *
 * @param bot how it stands
 * @param steps its session so far
 */
record BotDocument(BotRecord bot, List<BotStep> steps) {

    /** Reads the session of the bot. */
    static BotDocument of(Application application, BotRecord bot) {
        return new BotDocument(bot, application.stores().bots().steps(bot.spec().name(), 0));
    }

    /** The document of {@code trade status}. */
    JsonObject status() {
        Optional<BotStep> last = last();
        return JsonObject.empty()
                .put("bot", bot.spec().name())
                .put("state", bot.state().name().toLowerCase(Locale.ROOT))
                .put("note", bot.note())
                .put("series", bot.series().toString())
                .put("from", bot.from())
                .put("changed", bot.changed())
                .put("steps", steps.size())
                .put(
                        "last_bar",
                        last.map(step -> Instant.ofEpochMilli(step.bar().openTime())))
                .put("model", last.map(BotStep::model))
                .put("decision", last.map(step -> step.decision().reason()))
                .put("units", last.map(BotStep::units))
                .put("entry_price", last.map(BotStep::entryPrice))
                .put("balance", last.map(BotStep::balance))
                .put("equity", equity())
                .put("fill_count", fills().size());
    }

    /** The document of {@code trade replay}. */
    JsonObject replay(Reconciliation reconciliation) {
        return status().put(
                        "fills", fills().stream().map(BacktestDocument::fill).toList())
                .put("equity_curve", curve())
                .put("reconciled", reconciliation.reconciled())
                .put(
                        "twin",
                        JsonObject.empty()
                                .put("parity", reconciliation.parity())
                                .put("differences", reconciliation.differences()));
    }

    /** The account for people. */
    void print(PrintWriter out) {
        out.println(bot.spec().name() + " is " + bot.state().name().toLowerCase(Locale.ROOT)
                + (bot.note().isEmpty() ? "" : ": " + bot.note()));
        last().ifPresent(step -> out.println("Equity " + TextTable.number(step.equity()) + " "
                + bot.spec().execution().account().currency() + " after " + steps.size() + " bars, the last "
                + JsonWriter.time(Instant.ofEpochMilli(step.bar().openTime())) + ", " + fills().size() + " fills"));
    }

    /** Adds a row for the bot. */
    void addTo(TextTable table) {
        table.row(
                bot.spec().name(),
                bot.state().name().toLowerCase(Locale.ROOT),
                bot.series(),
                steps.size(),
                fills().size(),
                last().map(step -> TextTable.number(step.units())).orElse("—"),
                equity().map(TextTable::number).orElse("—"),
                bot.note());
    }

    private List<Fill> fills() {
        return steps.stream().flatMap(step -> step.fills().stream()).toList();
    }

    private Optional<Double> equity() {
        return last().map(BotStep::equity);
    }

    private List<List<Object>> curve() {
        return steps.stream()
                .map(step -> List.<Object>of(Instant.ofEpochMilli(step.bar().openTime()), step.equity()))
                .toList();
    }

    private Optional<BotStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }
}
