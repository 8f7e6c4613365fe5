package io.quantloom.engine.strategy;

import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureStream;
import io.quantloom.engine.dataset.label.PrimarySignal;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.TrainedModel;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Computes features bar by bar as they close, after a history, with the code that made the training rows: the
 * probabilities have the same bits as those of a batch over the whole series.
 */
public final class OnlineForecast implements Forecast {

    private final TrainedModel model;
    private final FeatureStream stream;
    private final @Nullable TripleBarrier label;
    private final @Nullable DoubleUnaryOperator units;
    private final int firstDefined;
    private final PrimarySignal.@Nullable Stream signals;
    private double unit = Double.NaN;
    private int side;

    /**
     * Warms up on the history.
     *
     * @param features the model's feature set
     * @param label whose barriers the forecast carries; null for none
     * @param history the bars of the series before the first one it will be handed, from the series' beginning
     */
    public OnlineForecast(FeatureSet features, TrainedModel model, @Nullable TripleBarrier label, BarSeries history) {
        this(features, model, label, Optional.empty(), history);
    }

    /**
     * Warms up on the history.
     *
     * @param judged whose signals the model judges; empty for one that speaks of prices
     */
    OnlineForecast(
            FeatureSet features,
            TrainedModel model,
            @Nullable TripleBarrier label,
            Optional<PrimarySignal> judged,
            BarSeries history) {
        this.signals = judged.map(PrimarySignal::stream).orElse(null);
        this.model = model;
        this.label = label;
        this.units = label == null ? null : label.unit();
        this.stream = features.stream(history.key());
        this.firstDefined = Math.max(0, features.warmUp(history.key().timeframe()) - history.size());
        for (int i = 0; i < history.size(); i++) {
            take(history.bar(i));
        }
    }

    @Override
    public double onClose(Bar bar) {
        double[] row = take(bar);
        for (double value : row) {
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
        }
        return model.probabilities(new double[][] {row})[0];
    }

    @Override
    public double stopLoss() {
        return label == null ? Double.NaN : Barriers.stopLoss(label, unit);
    }

    @Override
    public double takeProfit() {
        return label == null ? Double.NaN : Barriers.takeProfit(label, unit);
    }

    @Override
    public OptionalInt side() {
        return signals == null ? OptionalInt.empty() : OptionalInt.of(side);
    }

    @Override
    public int firstDefined() {
        return firstDefined;
    }

    private double[] take(Bar bar) {
        if (units != null) {
            unit = units.applyAsDouble(bar.close());
        }
        if (signals != null) {
            side = signals.next(bar.close());
        }
        return stream.next(bar);
    }
}
