package io.quantloom.engine.model.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.market.sample.SampleInstrument;
import org.junit.jupiter.api.Test;

/**
 * The claim behind our defaults (contracts.md, Sample market: AUC 0.563 against 0.533 over 8 seeds), on the demo's seed.
 * Nine fits on 8,700 rows, one to two seconds. {@link SampleMarketFigures} prints the spread over seeds.
 */
class SampleMarketTest {

    private static final long SEED = 42;
    /** Every third window: a fit with the library's depth 6 takes long. */
    private static final int STEP = 3;

    @Test
    void ourDefaultsFindTheHiddenRuleAndTheLibrarysFindLess() {
        var dataset = SampleMarketFigures.dataset(
                SEED, SampleInstrument.of(SampleInstrument.Role.PREDICTABLE).getFirst());

        double ours = SampleMarketFigures.auc(dataset, SampleMarketFigures.OURS, STEP, new long[2]);
        double theirs = SampleMarketFigures.auc(dataset, SampleMarketFigures.LIBRARY, STEP, new long[2]);

        assertThat(ours).isBetween(0.53, 0.62).isGreaterThan(theirs + 0.01);
    }

    /** The labels of a day overlap: some 270 independent ones, whose AUC has a deviation of about 0.03. */
    @Test
    void onAMartingaleThereIsNothingToFind() {
        var dataset = SampleMarketFigures.dataset(
                SEED, SampleInstrument.of(SampleInstrument.Role.MARTINGALE).getFirst());

        assertThat(SampleMarketFigures.auc(dataset, SampleMarketFigures.OURS, STEP, new long[2]))
                .isBetween(0.41, 0.59);
    }
}
