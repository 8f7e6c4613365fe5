package io.quantloom.engine.registry;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Model versions to test with. */
public final class SomeVersions {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");

    private SomeVersions() {}

    /** Returns a result of the gate {@code sharpe_ratio at least 1} for the Sharpe. */
    public static GateResult sharpe(double actual) {
        return new Gate("sharpe_ratio", Gate.Basis.HOLDOUT, OptionalDouble.of(1), OptionalDouble.empty())
                .check(OptionalDouble.of(actual), "");
    }

    /** Returns a version with the gates whose model file has the hash. */
    public static ModelVersion version(String model, int number, Sha256 file, GateResult... gates) {
        return new ModelVersion(
                model,
                number,
                AT,
                new RunId("0123456789abcdef0123456789abcdef"),
                card(file),
                List.of(gates),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** Returns a version with the gates. */
    public static ModelVersion version(String model, int number, GateResult... gates) {
        return version(model, number, Sha256.ofText("model"), gates);
    }

    private static ModelCard card(Sha256 file) {
        return new ModelCard(
                "xgboost",
                Hyperparameters.empty(),
                "alpha19",
                Sha256.ofText("features"),
                "triple-barrier",
                new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "file"),
                Sha256.ofText("bars"),
                Sha256.ofText("dataset"),
                AT,
                AT,
                new DecisionRule(0.6, 0.5, true),
                file,
                42,
                new TreeMap<>());
    }
}
