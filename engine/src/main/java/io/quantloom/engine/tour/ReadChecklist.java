package io.quantloom.engine.tour;

import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunQuery.Order;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.tour.Checklist.Item;
import io.quantloom.engine.tour.Checklist.Step;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryRuns;
import java.util.List;
import java.util.Optional;

/** Tells from the stores which first-run steps have been taken, whoever took them and how. */
public final class ReadChecklist {

    private static final String BACKTEST_KIND = "backtest";
    private static final int MANY = 1_000;

    private final BarStore bars;
    private final RunStore runs;
    private final RegistryStore registry;
    private final BotStore bots;

    /** Takes the stores to read. */
    public ReadChecklist(BarStore bars, RunStore runs, RegistryStore registry, BotStore bots) {
        this.bars = bars;
        this.runs = runs;
        this.registry = registry;
        this.bots = bots;
    }

    /** Returns all steps in order. */
    public Checklist run() {
        List<Run> decided = ended(FactoryRuns.SYMBOL_KIND).stream()
                .filter(ReadChecklist::isDecided)
                .toList();
        int backtests = ended(BACKTEST_KIND).size();
        return new Checklist(List.of(
                data(),
                item(Step.TRAIN, decided.size(), "symbol decided", "symbols decided"),
                comparison(decided.size() + backtests),
                item(Step.BACKTEST, decided.size() + backtests, "backtest", "backtests"),
                champion(),
                paper()));
    }

    private Item data() {
        long instruments = bars.catalog().stream()
                .map(entry -> entry.key().symbol())
                .distinct()
                .count();
        return item(Step.DATA, instruments, "instrument", "instruments");
    }

    private static Item comparison(int finished) {
        return finished < 2 ? new Item(Step.COMPARE, false, "") : item(Step.COMPARE, finished, "run", "runs");
    }

    private Item champion() {
        Optional<RegisteredModel> champion = registry.models().stream()
                .filter(model -> model.version(Alias.CHAMPION).isPresent())
                .findFirst();
        String detail = champion.map(model ->
                        model.name() + "/" + model.version(Alias.CHAMPION).getAsInt())
                .orElse("");
        return new Item(Step.PROMOTE, champion.isPresent(), detail);
    }

    private Item paper() {
        long bars = bots.bots().stream()
                .mapToLong(bot -> bots.stepCount(bot.spec().name()))
                .sum();
        return item(Step.PAPER, bars, "bar traded", "bars traded");
    }

    private static Item item(Step step, long count, String one, String many) {
        return new Item(step, count > 0, count == 0 ? "" : count + " " + (count == 1 ? one : many));
    }

    private List<Run> ended(String kind) {
        var ofKind = new Condition(Field.TAG, Tags.KIND, Comparison.EQUAL, kind);
        var finished = new Condition(Field.ATTRIBUTE, "status", Comparison.EQUAL, RunStatus.FINISHED.name());
        var newestFirst = new Order(Field.ATTRIBUTE, "start_time", true);
        return runs.search(
                new RunQuery(List.of(), List.of(ofKind, finished), Optional.empty(), Optional.of(newestFirst), MANY));
    }

    private static boolean isDecided(Run run) {
        String status = run.tag(Tags.STATUS).orElse("");
        return status.equals(Status.PASSED.text()) || status.equals(Status.REFUSED.text());
    }
}
