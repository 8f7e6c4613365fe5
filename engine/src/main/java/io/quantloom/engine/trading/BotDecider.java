package io.quantloom.engine.trading;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.List;

/** What decides for a bot, and which version it was. Used by one thread. */
interface BotDecider extends AutoCloseable {

    /**
     * Gets ready to decide.
     *
     * @param history the series from its beginning to the bar before the session
     * @param recorded the session's bars so far
     */
    void begin(BarSeries history, List<Bar> recorded);

    /** Takes the bar that has just closed and answers what to hold. */
    Decision onClose(Bar bar, Target held);

    /** {@return the version that decided last, for example {@code btc-hourly/3}; empty without a model} */
    String model();

    /** {@return why it does not follow its alias; empty when it does} */
    String note();

    @Override
    void close();

    /** Returns a rule, which sees the session's bars only. */
    static BotDecider ofRule(Strategy strategy) {
        return new BotDecider() {
            @Override
            public void begin(BarSeries history, List<Bar> recorded) {
                // It warms up inside the session, as in a backtest.
                for (Bar bar : recorded) {
                    strategy.onClose(bar, Target.FLAT);
                }
            }

            @Override
            public Decision onClose(Bar bar, Target held) {
                return strategy.onClose(bar, held);
            }

            @Override
            public String model() {
                return "";
            }

            @Override
            public String note() {
                return "";
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
