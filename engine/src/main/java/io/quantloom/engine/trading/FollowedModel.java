package io.quantloom.engine.trading;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.strategy.TradableModel;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the version behind an alias. Before each decision the alias is looked up; when it has moved, the new version
 * is loaded, warmed up on every bar so far, and decides from then on. A version that cannot be followed (not gated,
 * damaged, gone) leaves the old one in place, with a note.
 */
final class FollowedModel implements BotDecider {

    private static final int NONE = 0;

    private final BotSpec spec;
    private final StrategySpec.Model wanted;
    private final ModelSource models;
    private final RegistryStore registry;
    private final List<Bar> seen = new ArrayList<>();
    private SeriesKey series;
    private TradableModel current;
    private int currentVersion;
    private int refusedVersion = NONE;
    private String note = "";
    private @Nullable Strategy strategy;

    private FollowedModel(
            BotSpec spec, StrategySpec.Model wanted, ModelSource models, RegistryStore registry, Loaded loaded) {
        this.spec = spec;
        this.wanted = wanted;
        this.models = models;
        this.registry = registry;
        this.current = loaded.model();
        this.currentVersion = loaded.version();
        this.series = loaded.model().card().series();
    }

    private record Loaded(TradableModel model, int version) {}

    /** Loads the version behind the reference. INVALID when it is not gated and the bot does not accept that. */
    static Outcome<FollowedModel> open(
            BotSpec spec, StrategySpec.Model wanted, ModelSource models, RegistryStore registry) {
        return load(spec, wanted, models).map(loaded -> new FollowedModel(spec, wanted, models, registry, loaded));
    }

    /** {@return the version it decides by at first} */
    TradableModel tradable() {
        return current;
    }

    @Override
    public void begin(BarSeries history, List<Bar> recorded) {
        series = history.key();
        for (int i = 0; i < history.size(); i++) {
            seen.add(history.bar(i));
        }
        seen.addAll(recorded);
        strategy = current.after(BarSeries.of(series, seen));
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        if (strategy == null) {
            throw new IllegalStateException("a bot begins before it decides");
        }
        follow();
        seen.add(bar);
        return strategy.onClose(bar, held);
    }

    @Override
    public String model() {
        return current.version();
    }

    @Override
    public String note() {
        return note;
    }

    @Override
    public void close() {
        current.close();
    }

    private void follow() {
        Optional<String> alias = wanted.model().alias();
        if (alias.isEmpty()) {
            return;
        }
        OptionalInt behind = registry.model(wanted.model().model())
                .map((RegisteredModel model) -> model.version(alias.get()))
                .orElse(OptionalInt.empty());
        if (behind.isEmpty()) {
            note = "keeps " + current.version() + ": nothing stands behind " + wanted.model();
        } else if (behind.getAsInt() == currentVersion) {
            note = "";
            refusedVersion = NONE;
        } else if (behind.getAsInt() != refusedVersion) {
            change(behind.getAsInt());
        }
    }

    private void change(int version) {
        switch (load(spec, wanted, models)) {
            case Outcome.Success<Loaded>(var loaded) -> {
                current.close();
                current = loaded.model();
                currentVersion = loaded.version();
                strategy = current.after(BarSeries.of(series, seen));
                note = "";
                refusedVersion = NONE;
            }
            case Outcome.Failed<Loaded>(var failure) -> {
                refusedVersion = version;
                note = "keeps " + current.version() + ": " + failure.sentence();
            }
            case Outcome.Canceled<Loaded> _ -> note = "keeps " + current.version();
        }
    }

    private static Outcome<Loaded> load(BotSpec spec, StrategySpec.Model wanted, ModelSource models) {
        return models.load(wanted.model())
                .then(served -> checkGated(spec, wanted, served))
                .then(served -> TradableModel.of(served, wanted, labelExits(spec))
                        .map(model -> new Loaded(model, served.version())));
    }

    private static Outcome<ServedModel> checkGated(BotSpec spec, StrategySpec.Model wanted, ServedModel served) {
        if (served.gated() || spec.acceptUngated()) {
            return Outcome.success(served);
        }
        served.close();
        return Outcome.failed(Failure.of(
                Reason.INVALID,
                "a version behind " + wanted.model() + " whose gates were run and passed",
                served.name() + "/" + served.version() + ", which is ungated",
                "bot " + spec.name(),
                "promote a gated version, or set accept_ungated: true"));
    }

    static LabelExits labelExits(BotSpec spec) {
        return new LabelExits(
                spec.execution().exits().stopLoss().fromLabel(),
                spec.execution().exits().takeProfit().fromLabel());
    }
}
