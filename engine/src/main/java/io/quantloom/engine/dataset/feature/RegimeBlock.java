package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.regime.MarketRegime;
import io.quantloom.engine.dataset.regime.RegimeClassifier;
import io.quantloom.engine.dataset.regime.RegimeStream;
import io.quantloom.engine.market.SeriesKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The regime as three columns, 1 in that of the bar's regime and 0 in the others.
 *
 * @param classifier who says which it is
 */
record RegimeBlock(RegimeClassifier classifier) implements FeatureBlock {

    @Override
    public List<String> columns() {
        return Arrays.stream(MarketRegime.values())
                .map(regime -> "regime_" + regime.text())
                .toList();
    }

    @Override
    public String text() {
        return classifier.text();
    }

    @Override
    public BlockStream stream(SeriesKey series) {
        RegimeStream regimes = classifier.stream();
        return (bar, _) -> {
            Optional<MarketRegime> regime = regimes.next(bar.high(), bar.low());
            double[] row = undefinedRow();
            int c = 0;
            for (MarketRegime each : MarketRegime.values()) {
                row[c++] = regime.isEmpty() ? Double.NaN : regime.get() == each ? 1 : 0;
            }
            return row;
        };
    }
}
