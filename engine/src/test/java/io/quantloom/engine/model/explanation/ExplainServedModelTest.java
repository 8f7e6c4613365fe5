package io.quantloom.engine.model.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ServedModel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplainServedModelTest {

    private static final String FEATURES = "alpha19:7_day_RSI,PPO";
    private static final int TRAINED_TO = 149;
    private static final ModelRef REF = ModelRef.ofVersion("some", 1);

    private final BarSeries bars = GeneratedBars.walkWithUnknownVolumes(6, 200);
    private final InMemoryBarStore store = new InMemoryBarStore();

    ExplainServedModelTest() {
        store.save(
                new Instrument(
                        bars.key().symbol(),
                        "USD",
                        TradingCalendar.CRYPTO_24X7,
                        "",
                        Instrument.UNKNOWN_LOT,
                        false,
                        Optional.empty()),
                bars);
    }

    @Test
    void explainsTheBarsAfterTraining() {
        ServedExplanation served = run(bars.key(), fingerprint(), TRAINED_TO).orThrow();

        assertThat(served.model()).isEqualTo("some");
        assertThat(served.explanation().rows()).isEqualTo(50);
        assertThat(served.explanation().background()).isEqualTo(20);
        assertThat(served.asOf()).isEqualTo(Instant.ofEpochMilli(bars.openTime(199)));
        assertThat(served.latest().row()).isEqualTo(49);
        assertThat(served.latest().output()).isCloseTo(served.probability(), within(1e-12));
        // The model looks at the RSI alone.
        assertThat(served.explanation().features().getFirst().feature()).isEqualTo("7_day_RSI");
        assertThat(served.explanation().features().getLast().meanAbsolute()).isCloseTo(0, within(1e-12));
    }

    @Test
    void explainsEveryBarWhereNoneFollows() {
        ServedExplanation served = run(bars.key(), fingerprint(), 199).orThrow();

        // The PPO begins at bar 25.
        assertThat(served.explanation().rows()).isEqualTo(60);
        assertThat(served.latest().row()).isEqualTo(199 - 25);
    }

    @Test
    void refusesOtherFeaturesAndSeries() {
        assertThat(reason(run(bars.key(), Sha256.ofText("other"), TRAINED_TO))).isEqualTo(Failure.Reason.INVALID);
        assertThat(reason(run(
                        new SeriesKey(new Symbol("NONE"), bars.key().timeframe(), "file"), fingerprint(), TRAINED_TO)))
                .isEqualTo(Failure.Reason.MISSING_DATA);
    }

    @Test
    void explainsAnAnswerFromWhatTheModelSaw() {
        Waterfall answer = explain(fingerprint(), TRAINED_TO)
                .answer(REF, Map.of("7_day_RSI", 80.0, "PPO", 3.0), new Seeds(1), JobContext.none())
                .orThrow();

        // The model says the RSI over 100, whatever the PPO is.
        assertThat(answer.output()).isCloseTo(0.8, within(1e-12));
        assertThat(answer.base()
                        + answer.contributions().stream()
                                .mapToDouble(Contribution::contribution)
                                .sum())
                .isCloseTo(answer.output(), within(1e-12));
        assertThat(answer.contributions().getFirst().feature()).isEqualTo("7_day_RSI");
        assertThat(answer.contributions().getFirst().value()).isEqualTo(80);
    }

    @Test
    void refusesToExplainAnAnswerWithoutOneOfItsFeatures() {
        assertThat(reason(explain(fingerprint(), TRAINED_TO)
                        .answer(REF, Map.of("PPO", 3.0), new Seeds(1), JobContext.none())))
                .isEqualTo(Failure.Reason.INVALID);
    }

    private Outcome<ServedExplanation> run(SeriesKey series, Sha256 fingerprint, int trainedTo) {
        return explain(fingerprint, trainedTo).run(REF, series, new Seeds(1), JobContext.none());
    }

    private ExplainServedModel explain(Sha256 fingerprint, int trainedTo) {
        Sha256 hash = Sha256.ofText("x");
        var card = new ModelCard(
                "function",
                Hyperparameters.empty(),
                FEATURES,
                fingerprint,
                "label",
                bars.key(),
                hash,
                hash,
                Instant.ofEpochMilli(bars.openTime(0)),
                Instant.ofEpochMilli(bars.openTime(trainedTo)),
                new DecisionRule(0.6, 0.5, true),
                hash,
                42,
                new TreeMap<>());
        var model = new FunctionModel(row -> row[0] / 100, true);
        return new ExplainServedModel(
                        _ -> Outcome.success(new ServedModel("some", 1, true, card, model)),
                        store,
                        new ExplainSpec(20, 60, 5, 100, 2_048, 5));
    }

    private static Sha256 fingerprint() {
        return FeatureSets.builtIn().named(FEATURES).orThrow().fingerprint();
    }

    private static Failure.Reason reason(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).failure().reason();
    }
}
