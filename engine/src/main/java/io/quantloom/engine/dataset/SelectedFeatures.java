package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.List;

/** Some columns of another set, in an order of their own. */
final class SelectedFeatures implements FeatureSet {

    private final FeatureSet whole;
    private final List<String> columns;
    private final int[] places;

    SelectedFeatures(FeatureSet whole, List<String> columns) {
        this.whole = whole;
        this.columns = List.copyOf(columns);
        this.places = columns.stream().mapToInt(whole.columns()::indexOf).toArray();
    }

    @Override
    public String name() {
        return whole.name() + FeatureSets.SELECTS + String.join(",", columns);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public int warmUp() {
        return whole.warmUp();
    }

    @Override
    public int warmUp(Timeframe timeframe) {
        return whole.warmUp(timeframe);
    }

    @Override
    public List<FeatureInput> inputs() {
        return whole.inputs();
    }

    @Override
    public MarketView view(BarSeries bars) {
        return whole.view(bars);
    }

    @Override
    public FeatureMatrix compute(MarketView view) {
        return whole.compute(view).select(columns);
    }

    @Override
    public Sha256 fingerprint() {
        return Sha256.ofText(whole.fingerprint().hex() + "|" + String.join(",", columns));
    }

    @Override
    public FeatureMatrix compute(BarSeries bars) {
        return whole.compute(bars).select(columns);
    }

    @Override
    public FeatureStream stream(SeriesKey series) {
        return selected(whole.stream(series));
    }

    @Override
    public FeatureStream stream(MarketView beside) {
        return selected(whole.stream(beside));
    }

    private FeatureStream selected(FeatureStream all) {
        return bar -> {
            double[] row = all.next(bar);
            double[] selected = new double[places.length];
            for (int c = 0; c < places.length; c++) {
                selected[c] = row[places[c]];
            }
            return selected;
        };
    }
}
