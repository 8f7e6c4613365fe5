package io.quantloom.ui.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.registry.Trend;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import io.quantloom.ui.predictions.SymbolRow.Way;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerViewModelTest {

    private final SomePool pool = new SomePool();
    private final PredictionsViewModel predictions =
            new PredictionsViewModel(pool.ports(), ExecutorTaskRunner.direct(), pool.clock);
    private final AnswerViewModel viewModel =
            new AnswerViewModel(pool.ports(), predictions, ExecutorTaskRunner.direct());

    @Test
    void theBarsLeadFromTheBaseToWhatWasSaid() {
        pool.serve("ADA", Trend.UPTREND);
        pool.say("ADA", Trend.UPTREND, 1, 0.8, SomePool.NEWEST_BAR);

        predictions.load();

        List<Bar> bars = viewModel.stateProperty().get().shown().orElseThrow().bars();
        assertThat(bars).hasSize(3);
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).from()).isEqualTo(bars.get(i - 1).to());
        }
        // Even odds are 0 in log-odds, 0.8 is ln 4.
        assertThat(bars.getFirst().from()).isZero();
        assertThat(bars.getLast().to()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(viewModel.stateProperty().get().shown().orElseThrow().way())
                .isEqualTo("0.000 on average → 1.386 here, log-odds before calibration");
        assertThat(bars).extracting(Bar::name).contains("RSI = 61.5");
        assertThat(viewModel.headProperty().get())
                .isEqualTo("rises by 5.0 % within 10 days: 0.800 at the bar of 2026-11-20 05:00 UTC, closed 30 min ago,"
                        + " by ADA-uptrend v1");
    }

    @Test
    void aMissingModelIsSaidInTheSentenceOfTheService() {
        pool.serve("ADA", Trend.UPTREND);
        pool.say("ADA", Trend.UPTREND, 1, 0.8, SomePool.NEWEST_BAR);
        predictions.load();

        viewModel.wayProperty().set(Way.DOWN);

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(viewModel.whyNoneProperty().get())
                .isEqualTo("Model for symbol ADA and trend type downtrend not found.");
        assertThat(viewModel.headProperty().get()).isEmpty();
    }

    @Test
    void aSymbolOfWhichOnlyTheFallWasAskedOpensOnTheFall() {
        pool.serve("ADA", Trend.UPTREND);
        pool.serve("BTC", Trend.DOWNTREND);
        pool.say("ADA", Trend.UPTREND, 1, 0.8, SomePool.NEWEST_BAR);
        pool.say("BTC", Trend.DOWNTREND, 1, 0.3, SomePool.NEWEST_BAR);
        predictions.load();
        assertThat(viewModel.wayProperty().get()).isEqualTo(Way.UP);

        predictions.selectedProperty().set(predictions.rows().getLast());

        assertThat(viewModel.wayProperty().get()).isEqualTo(Way.DOWN);
        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Content.class);
        assertThat(viewModel.headProperty().get()).startsWith("falls by 5.0 %");
    }

    @Test
    void aModelThatWasNotAskedHasNothingToExplain() {
        pool.serve("ADA", Trend.UPTREND);

        predictions.load();

        assertThat(viewModel.whyNoneProperty().get()).isEqualTo("ADA-uptrend was not asked yet: run the batch.");
        assertThat(viewModel.headProperty().get()).isEqualTo("rises by 5.0 % within 10 days, by ADA-uptrend v1");
    }

    @Test
    void anExplanationThatFailsDoesSoAloneAndCanBeTriedAgain() {
        pool.serve("ADA", Trend.UPTREND);
        pool.say("ADA", Trend.UPTREND, 1, 0.8, SomePool.NEWEST_BAR);
        pool.explains = false;
        predictions.load();
        assertThat(viewModel.stateProperty().get()).isEqualTo(new ScreenState.Failed<>(SomePool.GONE));
        assertThat(predictions.stateProperty().get()).isInstanceOf(ScreenState.Content.class);

        pool.explains = true;
        viewModel.load();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Content.class);
    }
}
