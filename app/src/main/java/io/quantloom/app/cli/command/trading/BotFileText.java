package io.quantloom.app.cli.command.trading;

import io.quantloom.app.cli.command.TextFile;
import io.quantloom.app.cli.command.TimeRange;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.trading.BotFile;
import io.quantloom.engine.trading.BotSpec;
import java.nio.file.Path;

/**
 * A bot file on the disk.
 *
 * @param file absolute path
 */
record BotFileText(Path file) {

    /**
     * What it says.
     *
     * @param spec the bot, with the range of the options in place of the file's
     * @param text as it stands in the file
     */
    record Content(BotSpec spec, String text) {}

    Outcome<Content> read(TimeRange range) {
        return TextFile.read(file)
                .then(text -> BotFile.parse(file.getFileName().toString(), text)
                        .map(spec -> new Content(within(spec, range), text)));
    }

    private static BotSpec within(BotSpec spec, TimeRange range) {
        DataRange data = spec.data();
        return new BotSpec(
                spec.name(),
                spec.strategy(),
                new DataRange(
                        data.symbol(),
                        data.timeframe(),
                        data.source(),
                        range.from().or(data::from),
                        range.to().or(data::to)),
                spec.execution(),
                spec.cooldownBars(),
                spec.acceptUngated());
    }
}
