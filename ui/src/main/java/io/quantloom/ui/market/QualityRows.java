package io.quantloom.ui.market;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import java.util.List;

/** The findings of the engine as rows. */
final class QualityRows {

    private QualityRows() {}

    static List<QualityRow> of(BarSeries series, Instrument instrument) {
        return series.size() == 0 || instrument.lot() == 0 ? List.of() : List.of();
    }
}
