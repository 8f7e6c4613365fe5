package io.quantloom.ui.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.registry.Trend;
import io.quantloom.ui.predictions.SymbolRow.Said;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PredictionsViewModelTest {

    private static final Failure NO_BARS =
            Failure.of(Failure.Reason.MISSING_DATA, "bars of BTC-USDT 1h", "none", "", "import the data again");

    private final SomePool pool = new SomePool();
    private final PredictionsViewModel viewModel =
            new PredictionsViewModel(pool.ports(), ExecutorTaskRunner.direct(), pool.clock);

    @Test
    void withoutATrendModelThereIsNothingToAsk() {
        viewModel.load();

        viewModel.run();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(viewModel.whyNotProperty().get()).isEqualTo("No trend model is in service");
        assertThat(pool.asked).isEmpty();
        assertThat(viewModel.problems()).isEmpty();
    }

    @Test
    void loadsAndThenShowsTheGrid() {
        Queue<Runnable> background = new ArrayDeque<>();
        var slow = new PredictionsViewModel(
                pool.ports(),
                new ExecutorTaskRunner(TaskLane.Executors.all(background::add), UiThread.direct(), pool.clock),
                pool.clock);
        pool.serve("ADA", Trend.UPTREND);

        slow.load();
        assertThat(slow.stateProperty().get()).isInstanceOf(ScreenState.Loading.class);
        background.remove().run();

        assertThat(slow.stateProperty().get()).isInstanceOf(ScreenState.Content.class);
    }

    @Test
    void twentySymbolsByTwoTrendsMakeTwentyRows() {
        for (int i = 19; i >= 0; i--) {
            String symbol = String.format(java.util.Locale.ROOT, "COIN%02d", i);
            for (Trend trend : Trend.values()) {
                pool.serve(symbol, trend);
                pool.say(symbol, trend, 1, trend == Trend.UPTREND ? 0.6 : 0.3, SomePool.NEWEST_BAR);
            }
        }

        viewModel.load();

        assertThat(viewModel.rows()).hasSize(20);
        assertThat(viewModel.rows()).extracting(SymbolRow::symbol).isSorted();
        assertThat(viewModel.rows()).allSatisfy(row -> {
            assertThat(row.up().orElseThrow().probability()).isEqualTo(0.6);
            assertThat(row.down().orElseThrow().probability()).isEqualTo(0.3);
        });
        assertThat(viewModel.countsProperty().get()).isEqualTo("20 symbols, 40 of 40 models asked");
        assertThat(Objects.requireNonNull(viewModel.selectedProperty().get()).symbol())
                .isEqualTo("COIN00");
    }

    @Test
    void anAnswerAgesFromTheCloseOfItsBarAndIsStaleWhenTwoMoreHaveClosed() {
        pool.serve("ADA", Trend.UPTREND);
        pool.serve("BTC", Trend.UPTREND);
        pool.say("ADA", Trend.UPTREND, 1, 0.6, SomePool.NEWEST_BAR);
        pool.say("BTC", Trend.UPTREND, 1, 0.6, SomePool.NEWEST_BAR.minus(Duration.ofHours(2)));

        viewModel.load();

        Said fresh = viewModel.rows().getFirst().up().orElseThrow();
        Said old = viewModel.rows().getLast().up().orElseThrow();
        assertThat(fresh.age()).isEqualTo(Duration.ofMinutes(30));
        assertThat(fresh.isStale()).isFalse();
        assertThat(fresh.isDaily()).isFalse();
        assertThat(old.age()).isEqualTo(Duration.ofMinutes(150));
        assertThat(old.isStale()).isTrue();
    }

    @Test
    void whatAnEarlierVersionSaidIsNotWhatTheOneInServiceSays() {
        pool.serve("ADA", Trend.UPTREND);
        pool.say("ADA", Trend.UPTREND, 7, 0.9, SomePool.NEWEST_BAR);

        viewModel.load();

        assertThat(viewModel.rows().getFirst().up().orElseThrow().isAsked()).isFalse();
        assertThat(viewModel.rows().getFirst().down()).isEmpty();
        assertThat(viewModel.countsProperty().get()).isEqualTo("1 symbol, 0 of 1 model asked");
    }

    @Test
    void asksBothTrendsAndTellsWhoCouldNotAnswerOverTheLastGoodGrid() {
        pool.serve("ADA", Trend.UPTREND);
        pool.batch = Outcome.success(new Partial<>(List.of(), List.of(NO_BARS)));
        viewModel.load();

        viewModel.run();

        assertThat(pool.asked).containsExactly("uptrend", "downtrend");
        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Partial.class);
        assertThat(viewModel.rows()).hasSize(1);
        assertThat(viewModel.problems()).hasSize(2).first().asString().contains("BTC-USDT 1h");
        assertThat(viewModel.whyNotProperty().get()).isEmpty();
    }

    @Test
    void aStoreThatDoesNotAnswerIsAFailure() {
        pool.serve("ADA", Trend.UPTREND);
        PredictionStore broken = (PredictionStore) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PredictionStore.class}, (_, _, _) -> {
                    throw new io.quantloom.engine.base.StoreException(SomePool.GONE);
                });
        PredictionsPorts ports = pool.ports();
        var failing = new PredictionsViewModel(
                new PredictionsPorts(broken, ports.served(), ports.batch(), ports.explain()),
                ExecutorTaskRunner.direct(),
                pool.clock);

        failing.load();

        assertThat(failing.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
        assertThat(failing.rows()).isEmpty();
    }
}
