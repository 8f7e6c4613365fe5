package io.quantloom.engine.trading;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedVersion;
import io.quantloom.engine.registry.FindModel;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import io.quantloom.engine.strategy.TradableVersion;
import io.quantloom.engine.strategy.custom.StrategyFault;
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
    private final MakeStrategy strategies;
    private final RegistryStore registry;
    private final List<Bar> session = new ArrayList<>();
    private @Nullable BarSeries history;
    private TradableVersion current;
    private int currentVersion;
    private int refusedVersion = NONE;
    private String note = "";
    private @Nullable Strategy strategy;

    private FollowedModel(
            BotSpec spec,
            StrategySpec.Model wanted,
            ModelSource models,
            MakeStrategy strategies,
            RegistryStore registry,
            Loaded loaded) {
        this.spec = spec;
        this.wanted = wanted;
        this.models = models;
        this.strategies = strategies;
        this.registry = registry;
        this.current = loaded.model();
        this.currentVersion = loaded.version();
    }

    private record Loaded(TradableVersion model, int version) {}

    /**
     * Loads the version behind the reference, a model or a strategy without one. INVALID when it is not gated and the bot
     * does not accept that, NOT_APPLICABLE when it was retired.
     */
    static Outcome<FollowedModel> open(
            BotSpec spec,
            StrategySpec.Model wanted,
            ModelSource models,
            MakeStrategy strategies,
            RegistryStore registry) {
        return load(spec, wanted, models, strategies, registry)
                .map(loaded -> new FollowedModel(spec, wanted, models, strategies, registry, loaded));
    }

    /** {@return the version it decides by at first} */
    TradableVersion tradable() {
        return current;
    }

    @Override
    public void begin(BarSeries history, List<Bar> recorded) {
        this.history = history;
        session.addAll(recorded);
        strategy = switch (current.resume(history, session)) {
            case Outcome.Success<Strategy>(var ready) -> ready;
            case Outcome.Failed<Strategy>(var failure) -> throw new StrategyFault(failure);
            case Outcome.Canceled<Strategy> _ -> throw new IllegalStateException("nobody cancels this");
        };
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        if (strategy == null) {
            throw new IllegalStateException("a bot begins before it decides");
        }
        follow();
        session.add(bar);
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
        if (history == null) {
            throw new IllegalStateException("a bot begins before it decides");
        }
        BarSeries before = history;
        switch (load(spec, wanted, models, strategies, registry)) {
            case Outcome.Success<Loaded>(var loaded) -> {
                switch (loaded.model().resume(before, session)) {
                    case Outcome.Success<Strategy>(var ready) -> take(loaded, ready);
                    case Outcome.Failed<Strategy>(var failure) -> {
                        loaded.model().close();
                        refuse(version, failure);
                    }
                    case Outcome.Canceled<Strategy> _ -> loaded.model().close();
                }
            }
            case Outcome.Failed<Loaded>(var failure) -> refuse(version, failure);
            case Outcome.Canceled<Loaded> _ -> note = "keeps " + current.version();
        }
    }

    private void take(Loaded loaded, Strategy ready) {
        current.close();
        current = loaded.model();
        currentVersion = loaded.version();
        strategy = ready;
        note = "";
        refusedVersion = NONE;
    }

    private void refuse(int version, Failure why) {
        refusedVersion = version;
        note = "keeps " + current.version() + ": " + why.sentence();
    }

    private static Outcome<Loaded> load(
            BotSpec spec,
            StrategySpec.Model wanted,
            ModelSource models,
            MakeStrategy strategies,
            RegistryStore registry) {
        return models.resolve(wanted.model())
                .then(served -> checkGated(spec, wanted, served))
                .then(served -> checkRetired(spec, served, registry))
                .then(served -> TradableVersion.of(served, wanted, labelExits(spec), strategies)
                        .map(model -> new Loaded(model, served.version())));
    }

    private static Outcome<ServedVersion> checkRetired(BotSpec spec, ServedVersion served, RegistryStore registry) {
        if (!new FindModel(registry).isRetired(served.name(), served.version())) {
            return Outcome.success(served);
        }
        served.close();
        return Outcome.failed(Failure.of(
                Reason.NOT_APPLICABLE,
                "a version that is not retired",
                served.name() + "/" + served.version() + ", which is",
                "bot " + spec.name(),
                "name another version"));
    }

    private static Outcome<ServedVersion> checkGated(BotSpec spec, StrategySpec.Model wanted, ServedVersion served) {
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
