package io.quantloom.ui.paper;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.registry.FindModel;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/** A bot as it was read, growing step by step. Made in the background, then used on the JavaFX thread. */
final class OpenBot {

    private static final Texts TEXTS = Texts.of("paper");

    private final BotSnapshot.Setup setup;
    private final BotSession session = new BotSession();
    private Optional<BotStep> last = Optional.empty();

    private OpenBot(BotSnapshot.Setup setup) {
        this.setup = setup;
    }

    /** The stores a bot is read from. */
    record Stores(BotStore bots, RegistryStore registry, BarStore bars) {

        /** Reads the bot; its steps so far go into the list. */
        OpenBot read(BotRecord bot, List<BotStep> into) {
            Optional<Instrument> instrument = bars.instrument(bot.series().symbol());
            var open = new OpenBot(new BotSnapshot.Setup(
                    bot.spec().name(),
                    bot.series().symbol().name(),
                    bot.series().timeframe().toString(),
                    BotRow.strategy(bot.spec().strategy()),
                    bot.spec().execution().account().currency(),
                    bot.spec().execution().account().cash(),
                    bot.from().toEpochMilli(),
                    rule(bot.spec().strategy()),
                    instrument.flatMap(Instrument::synthetic).orElse("")));
            into.addAll(bots.steps(bot.spec().name(), 0));
            into.forEach(open::add);
            return open;
        }

        private BotSnapshot.Rule rule(StrategySpec strategy) {
            if (!(strategy instanceof StrategySpec.Model model)) {
                return BotSnapshot.Rule.none();
            }
            Optional<DecisionRule> card =
                    new FindModel(registry).version(model.model()) instanceof Outcome.Success<ModelVersion>(var version)
                            ? version.modelCard().map(ModelCard::decision)
                            : Optional.empty();
            return new BotSnapshot.Rule(
                    model.threshold().orElse(card.map(DecisionRule::threshold).orElse(Double.NaN)),
                    model.exitThreshold()
                            .orElse(card.map(DecisionRule::exitThreshold).orElse(Double.NaN)),
                    model.longShort()
                            .or(() -> card.map(DecisionRule::longShort))
                            .orElse(false));
        }
    }

    /** Takes the next step. */
    void add(BotStep step) {
        session.add(step);
        last = Optional.of(step);
    }

    /** {@return name of the bot} */
    String name() {
        return setup.name();
    }

    /** {@return the sequence of the next step} */
    int next() {
        return session.size();
    }

    /** {@return the bot as it is now} */
    BotSnapshot snapshot() {
        return new BotSnapshot(
                setup,
                last.map(step -> new BotSnapshot.Account(
                                step.equity(),
                                step.balance(),
                                step.units(),
                                step.entryPrice(),
                                step.bar().close(),
                                session.fills(),
                                session.size()))
                        .orElseGet(() ->
                                new BotSnapshot.Account(setup.cash(), setup.cash(), 0, Double.NaN, Double.NaN, 0, 0)),
                last.map(DecisionRow::of),
                session.bars(),
                session.equity(
                        setup.name() + " " + setup.since(), TEXTS.get("equity.line"), setup.cash(), setup.synthetic()),
                probability(),
                session.markers());
    }

    private ChartLine probability() {
        return session.probability(TEXTS.get("probability.line"));
    }
}
