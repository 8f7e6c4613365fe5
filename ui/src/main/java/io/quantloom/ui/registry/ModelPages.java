package io.quantloom.ui.registry;

import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.model.VersionCard;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.registry.VersionRow.CardFact;
import io.quantloom.ui.registry.VersionRow.Gated;
import io.quantloom.ui.statistic.GateTexts;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads a model with its versions, gates and history, and puts it into words. */
final class ModelPages {

    private static final Texts TEXTS = Texts.of("registry");

    private final RegistryStore registry;
    private final RunStore runs;
    private final BotStore bots;

    ModelPages(RegistryStore registry, RunStore runs, BotStore bots) {
        this.registry = registry;
        this.runs = runs;
        this.bots = bots;
    }

    ModelPage read(RegisteredModel model) {
        return new ModelPage(
                model.name(),
                registry.versions(model.name()).stream()
                        .map(version -> row(model, version))
                        .toList(),
                registry.history(model.name()).stream()
                        .map(ModelPages::decision)
                        .toList(),
                bots.bots().stream()
                        .filter(bot -> follows(bot, model.name()))
                        .map(bot -> bot.spec().name())
                        .toList());
    }

    private static boolean follows(BotRecord bot, String model) {
        return bot.spec().strategy() instanceof StrategySpec.Model strategy
                && strategy.model().model().equals(model)
                && strategy.model().alias().filter(Alias.CHAMPION::equals).isPresent();
    }

    private VersionRow row(RegisteredModel model, ModelVersion version) {
        VersionCard card = version.card();
        String run = version.run().value();
        return new VersionRow(
                version.model(),
                version.version(),
                version.created().toEpochMilli(),
                model.aliases().entrySet().stream()
                        .filter(entry -> entry.getValue() == version.version())
                        .map(Map.Entry::getKey)
                        .toList(),
                version.gates().isEmpty() ? Gated.UNGATED : version.isGated() ? Gated.PASSED : Gated.REFUSED,
                version.gates().stream().map(GateTexts::of).toList(),
                facts(version),
                version.metrics(),
                new VersionRow.Source(
                        card.series().symbol().name(),
                        card.series().timeframe().toString(),
                        card.series().source(),
                        card.dataHash().abbreviated(),
                        version.modelCard().map(ModelCard::features).orElse(""),
                        run,
                        runs.find(version.run()).map(Run::name).orElse(run)));
    }

    private static List<CardFact> facts(ModelVersion version) {
        return switch (version.card()) {
            case ModelCard card -> facts(version, card);
            case StrategyCard card -> facts(version, card);
        };
    }

    private static List<CardFact> facts(ModelVersion version, StrategyCard card) {
        var facts = new ArrayList<CardFact>();
        String making = TEXTS.get("card.making");
        facts.add(new CardFact(making, TEXTS.get("card.strategy"), card.title()));
        card.parameters().forEach((name, value) -> facts.add(new CardFact(making, name, value)));
        String data = TEXTS.get("card.data");
        facts.add(new CardFact(data, TEXTS.get("card.series"), card.series().toString()));
        facts.add(new CardFact(
                data,
                TEXTS.get("card.tested"),
                Formats.minute(card.testedFrom()) + " – " + Formats.minute(card.testedTo())));
        facts.add(new CardFact(data, TEXTS.get("card.bars"), card.dataHash().abbreviated()));
        String origin = TEXTS.get("card.origin");
        facts.add(new CardFact(origin, TEXTS.get("card.spec"), card.specHash().abbreviated()));
        facts.add(new CardFact(origin, TEXTS.get("card.seed"), Long.toString(card.seed())));
        card.runtime().forEach((name, value) -> facts.add(new CardFact(origin, name, value)));
        version.tags().forEach((name, value) -> facts.add(new CardFact(TEXTS.get("card.tags"), name, value)));
        return facts;
    }

    private static List<CardFact> facts(ModelVersion version, ModelCard card) {
        var facts = new ArrayList<CardFact>();
        String making = TEXTS.get("card.making");
        facts.add(new CardFact(making, TEXTS.get("card.learner"), card.learner()));
        card.parameters()
                .values()
                .forEach((name, value) -> facts.add(new CardFact(
                        making, name, value instanceof Double number ? Formats.plain(number) : String.valueOf(value))));
        facts.add(new CardFact(making, TEXTS.get("card.features"), card.features()));
        facts.add(new CardFact(making, TEXTS.get("card.label"), card.label()));
        facts.add(new CardFact(
                making,
                TEXTS.get("card.rule"),
                TEXTS.get(
                        card.decision().longShort() ? "card.rule.both" : "card.rule.long",
                        Formats.decimal(card.decision().threshold(), 2),
                        Formats.decimal(card.decision().exitThreshold(), 2),
                        Formats.decimal(1 - card.decision().threshold(), 2))));
        String data = TEXTS.get("card.data");
        facts.add(new CardFact(data, TEXTS.get("card.series"), card.series().toString()));
        facts.add(new CardFact(
                data,
                TEXTS.get("card.trained"),
                Formats.minute(card.trainedFrom()) + " – " + Formats.minute(card.trainedTo())));
        facts.add(new CardFact(data, TEXTS.get("card.bars"), card.dataHash().abbreviated()));
        facts.add(new CardFact(
                data, TEXTS.get("card.dataset"), card.datasetFingerprint().abbreviated()));
        String origin = TEXTS.get("card.origin");
        facts.add(new CardFact(origin, TEXTS.get("card.model"), card.modelHash().abbreviated()));
        facts.add(new CardFact(
                origin,
                TEXTS.get("card.feature.hash"),
                card.featureFingerprint().abbreviated()));
        facts.add(new CardFact(origin, TEXTS.get("card.seed"), Long.toString(card.seed())));
        card.runtime().forEach((name, value) -> facts.add(new CardFact(origin, name, value)));
        version.tags().forEach((name, value) -> facts.add(new CardFact(TEXTS.get("card.tags"), name, value)));
        return facts;
    }

    private static ModelPage.Decision decision(Transition transition) {
        ModelPage.Kind kind = switch (transition.kind()) {
            case PROMOTED -> ModelPage.Kind.PROMOTED;
            case REFUSED -> ModelPage.Kind.REFUSED;
            case ROLLED_BACK -> ModelPage.Kind.ROLLED_BACK;
            case RETIRED -> ModelPage.Kind.RETIRED;
        };
        long passed = transition.gates().stream().filter(GateResult::passed).count();
        String gates = transition.gates().isEmpty()
                ? TEXTS.get("history.ungated")
                : TEXTS.get("history.gates", passed, transition.gates().size());
        String text = TEXTS.get(
                transition.isOfVersion()
                        ? "history.RETIRED_VERSION"
                        : "history." + transition.kind().name(),
                version(transition.to()),
                transition.alias(),
                version(transition.from()),
                TEXTS.get("origin", transition.origin()),
                gates);
        return new ModelPage.Decision(kind, transition.at().toEpochMilli(), text, transition.reason());
    }

    private static String version(OptionalInt number) {
        return number.isPresent() ? "v" + number.getAsInt() : TEXTS.get("history.nothing");
    }
}
