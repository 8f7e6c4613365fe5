package io.quantloom.engine.trading;

import io.quantloom.engine.execution.TradingKernel;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.FundingRates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Rebuilds a bot's account from its steps: the same bars and decisions must give the recorded fills and balances. */
final class RecordedAccount {

    private final TradingKernel kernel;
    private final List<Bar> bars = new ArrayList<>();
    private Optional<String> difference = Optional.empty();

    private RecordedAccount(TradingKernel kernel) {
        this.kernel = kernel;
    }

    /** Opens the account of the bot, without steps. */
    static TradingKernel kernel(BotRecord bot, Instrument instrument, FundingRates funding) {
        return new TradingKernel(
                bot.spec().execution(),
                instrument,
                bot.series().timeframe(),
                funding,
                bot.spec().cooldownBars());
    }

    /** Feeds the steps to a fresh account; stops at the first one that does not come out as recorded. */
    static RecordedAccount of(BotRecord bot, Instrument instrument, FundingRates funding, List<BotStep> steps) {
        var account = new RecordedAccount(kernel(bot, instrument, funding));
        for (BotStep step : steps) {
            account.take(step);
            if (account.difference.isPresent()) {
                break;
            }
        }
        return account;
    }

    /** {@return the account as the steps left it; the last decision waits for the next open} */
    TradingKernel kernel() {
        return kernel;
    }

    /** {@return the bars of the steps} */
    List<Bar> bars() {
        return Collections.unmodifiableList(bars);
    }

    /** {@return the first difference between what was recorded and what comes out; empty when there is none} */
    Optional<String> difference() {
        return difference;
    }

    private void take(BotStep step) {
        if (kernel.isRuined()) {
            difference = Optional.of("step " + step.sequence() + " was recorded after the account was ruined");
            return;
        }
        kernel.settle(step.bar());
        // A step is written after its decision, which may be filled at the close.
        kernel.decide(step.decision());
        bars.add(step.bar());
        String where = "step " + step.sequence() + ", bar of "
                + Instant.ofEpochMilli(step.bar().openTime()) + ": ";
        if (!kernel.fillsOfBar().equals(step.fills())) {
            difference = Optional.of(
                    where + "recorded fills " + step.fills() + ", the account gives " + kernel.fillsOfBar());
        } else if (kernel.balance() != step.balance()
                || kernel.equity() != step.equity()
                || kernel.units() != step.units()) {
            difference = Optional.of(where + "recorded balance " + step.balance() + ", equity " + step.equity()
                    + " and units " + step.units() + ", the account gives " + kernel.balance() + ", "
                    + kernel.equity() + " and " + kernel.units());
        }
    }
}
