package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;

/** A column under a name of its own. */
record Renamed(String name, FeatureBlock inner) implements FeatureBlock {

    @Override
    public List<String> columns() {
        return List.of(name);
    }

    @Override
    public String text() {
        return inner.text();
    }

    @Override
    public List<FeatureInput> inputs() {
        return inner.inputs();
    }

    @Override
    public double[][] compute(MarketView view) {
        return inner.compute(view);
    }

    @Override
    public BlockStream stream(SeriesKey series) {
        return inner.stream(series);
    }
}
