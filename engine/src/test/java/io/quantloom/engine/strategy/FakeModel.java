package io.quantloom.engine.strategy;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.model.TrainedModel;
import java.time.Instant;
import java.util.TreeMap;

/** A classifier without training: a fixed, jumpy function of the features, another one for each salt. */
public final class FakeModel implements TrainedModel {

    private final double salt;
    private boolean closed;

    public FakeModel(double salt) {
        this.salt = salt;
    }

    /** A version that trades by the rule. */
    public static ServedModel served(int version, boolean gated, DecisionRule rule) {
        return served(version, gated, rule, TripleBarrier.of(4, 4, 24));
    }

    public static ServedModel served(int version, boolean gated, DecisionRule rule, LabelDefinition label) {
        FeatureSet features = FeatureSets.alpha19();
        var card = new ModelCard(
                "fake",
                Hyperparameters.empty(),
                features.name(),
                features.fingerprint(),
                label.text(),
                Bars.HOURLY,
                Sha256.ofText("data"),
                Sha256.ofText("dataset"),
                Instant.EPOCH,
                Instant.ofEpochMilli(100 * Bars.HOUR),
                rule,
                Sha256.ofText("model"),
                42,
                new TreeMap<>());
        return new ServedModel("fake", version, gated, card, new FakeModel(version));
    }

    @Override
    public String learner() {
        return "fake";
    }

    @Override
    public double[] probabilities(double[][] rows) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = salt;
            for (double value : rows[i]) {
                sum += value;
            }
            probabilities[i] = 0.5 + 0.5 * Math.sin(sum);
        }
        return probabilities;
    }

    @Override
    public double[][] contributions(double[][] rows) {
        return new double[rows.length][0];
    }

    @Override
    public byte[] bytes() {
        return new byte[] {1};
    }

    @Override
    public void close() {
        closed = true;
    }
}
