package io.quantloom.ui.paper;

import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.StrategyText;
import io.quantloom.engine.trading.BotRecord;

/**
 * A bot as the list shows it. Immutable.
 *
 * @param name unique
 * @param state how it stands
 * @param note why it stands so; empty when there is nothing to say
 * @param series what it trades, for example {@code "BTC-USDT 1h"}
 * @param strategy what decides, for example {@code "btc@Champion"}
 * @param changed when its state was set, epoch milliseconds UTC
 */
public record BotRow(String name, BotState state, String note, String series, String strategy, long changed) {

    static BotRow of(BotRecord bot) {
        return new BotRow(
                bot.spec().name(),
                BotState.of(bot.state()),
                bot.note(),
                bot.series().symbol() + " " + bot.series().timeframe(),
                strategy(bot.spec().strategy()),
                bot.changed().toEpochMilli());
    }

    /** Returns the words for a strategy. */
    static String strategy(StrategySpec strategy) {
        return switch (strategy) {
            case StrategySpec.SmaCross cross -> "SMA " + cross.fast() + "/" + cross.slow();
            case StrategySpec.Rule rule -> StrategyText.title(rule);
            case StrategySpec.Model model -> model.model().toString().replace("models:/", "");
        };
    }
}
