package io.quantloom.ui.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.ui.backtests.report.TradeRow;
import io.quantloom.ui.backtests.trade.TradesViewModel;
import io.quantloom.ui.chart.layer.Marker;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradesViewModelTest {

    private final SomeBacktests some = new SomeBacktests();
    private final TradesViewModel viewModel = some.trades;

    @BeforeEach
    void open() {
        some.bench.walk("VEGA", 2000, 1);
        some.bench.backtest("VEGA", 5, 20);
        some.attach();
    }

    @Test
    void showsTheNewestTradeFirstAndSelectsIt() {
        int count = viewModel.rows().size();

        assertThat(viewModel.rows().getFirst().number()).isEqualTo(count);
        assertThat(viewModel.rows().getLast().number()).isEqualTo(1);
        assertThat(selected()).isEqualTo(viewModel.rows().getFirst());
    }

    @Test
    void stepsThroughTimeAndStopsAtTheEnds() {
        int count = viewModel.rows().size();

        viewModel.next();
        assertThat(selected().number()).isEqualTo(count);
        viewModel.previous();
        assertThat(selected().number()).isEqualTo(count - 1);
        viewModel.selectedProperty().set(viewModel.rows().getLast());
        viewModel.previous();
        assertThat(selected().number()).isEqualTo(1);
    }

    @Test
    void aClickOnTheChartSelectsTheTradeThatWasOpenThere() {
        TradeRow wanted = viewModel.rows().get(3);

        viewModel.selectAt((wanted.entryBar() + wanted.exitBar()) / 2);

        assertThat(selected().number()).isEqualTo(wanted.number());
    }

    @Test
    void everyTradeIsMarkedWhereItWasEnteredAndLeft() {
        TradeRow trade = viewModel.rows().getLast();

        assertThat(viewModel.markersProperty().get())
                .hasSize(2 * viewModel.rows().size());
        assertThat(viewModel.markersProperty().get().getFirst().bar()).isEqualTo(trade.entryBar());
        assertThat(viewModel.markersProperty().get().get(1))
                .isEqualTo(new Marker(trade.exitBar(), trade.exitPrice(), Marker.Kind.EXIT));
        assertThat(viewModel.barsProperty().get().time(trade.entryBar())).isEqualTo(trade.entryTime());
    }

    private TradeRow selected() {
        return Objects.requireNonNull(viewModel.selectedProperty().get());
    }
}
