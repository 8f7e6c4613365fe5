package io.quantloom.ui.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.MarketEvent;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketViewModelTest {

    private final SomeMarket market = SomeMarket.ofTwo();
    private final Events events = new Events();
    private final ViewMemory memory = new ViewMemory();
    private final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    private final MarketViewModel viewModel = new MarketViewModel(
            market.bars, tasks, new UiEvents(events, UiThread.direct()), InstantSource.fixed(SomeMarket.NOW), memory);
    private final SeriesViewModel series = new SeriesViewModel(market.bars, tasks, memory);

    MarketViewModelTest() {
        viewModel.entryProperty().subscribe(series::show);
    }

    private Optional<SeriesKey> shown() {
        return viewModel.entryProperty().get().map(CatalogEntry::key);
    }

    @Test
    void startsNothingBeforeItIsAttached() {
        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void groupsTheTimeframesOfAnInstrumentAndShowsTheFinest() {
        viewModel.attach();

        assertThat(viewModel.instruments()).extracting(InstrumentRow::symbol).containsExactly("BTC-USDT", "GOOG");
        assertThat(viewModel.timeframes()).containsExactly("1h", "1d");
        assertThat(shown()).contains(SomeMarket.BTC_HOUR);
    }

    @Test
    void keepsTheTimeframeWhereTheNextInstrumentHasIt() {
        viewModel.attach();
        viewModel.timeframeProperty().set("1d");

        viewModel.selectedProperty().set(viewModel.instruments().get(1));
        assertThat(shown()).contains(SomeMarket.GOOG_DAY);
        viewModel.selectedProperty().set(viewModel.instruments().getFirst());

        assertThat(shown()).contains(SomeMarket.BTC_DAY);
    }

    @Test
    void tellsFreshFromHistoric() {
        viewModel.attach();

        assertThat(viewModel.instruments())
                .extracting(row -> row.age().state())
                .containsExactly(InstrumentRow.Age.State.FRESH, InstrumentRow.Age.State.HISTORIC);
        assertThat(viewModel.instruments().get(1).age().text()).isEqualTo("history, ends 2013-02-28");
    }

    @Test
    void marksWhatIsStaleAndWhatIsSynthetic() {
        SeriesKey eth = new SeriesKey(
                new io.quantloom.engine.instrument.Symbol("ETH-USDT"), SomeMarket.BTC_HOUR.timeframe(), "binance");
        SeriesKey sample = new SeriesKey(
                new io.quantloom.engine.instrument.Symbol("ALVORA-USD"), SomeMarket.BTC_HOUR.timeframe(), "sample");
        market.add(eth, SomeMarket.NOW.minusSeconds(86_400 * 10), 20, Optional.empty());
        market.add(sample, Instant.parse("2024-01-01T00:00:00Z"), 20, Optional.of("sample market, seed 42"));

        viewModel.attach();

        assertThat(viewModel.count(InstrumentRow.Age.State.STALE)).isEqualTo(1);
        assertThat(viewModel.count(InstrumentRow.Age.State.SAMPLE)).isEqualTo(1);
    }

    @Test
    void searchNarrowsTheListAndSaysHowManyThereAre() {
        viewModel.attach();

        viewModel.searchProperty().set("goo");

        assertThat(viewModel.instruments()).extracting(InstrumentRow::symbol).containsExactly("GOOG");
        assertThat(viewModel.countProperty().getValue()).isEqualTo("1 of 2");
    }

    @Test
    void opensTheSeriesOfALinkEvenBeforeTheCatalogIsRead() {
        viewModel.open(SomeMarket.GOOG_DAY);

        viewModel.attach();

        assertThat(shown()).contains(SomeMarket.GOOG_DAY);
        assertThat(viewModel.selectedProperty().get().symbol()).isEqualTo("GOOG");
    }

    @Test
    void followsWhatIsStoredWhileItIsAttachedAndOnlyThen() {
        viewModel.attach();
        market.bars.delete(SomeMarket.GOOG_DAY);
        events.publish(new MarketEvent.Deleted(SomeMarket.GOOG_DAY));
        assertThat(viewModel.instruments()).hasSize(1);

        viewModel.detach();
        market.bars.delete(SomeMarket.BTC_DAY);
        events.publish(new MarketEvent.Deleted(SomeMarket.BTC_DAY));

        assertThat(viewModel.timeframes()).containsExactly("1h", "1d");
    }

    @Test
    void showsBarsNewestFirstWithFactsAndQuality() {
        viewModel.attach();

        SeriesContent content = series.stateProperty().get().shown().orElseThrow();

        assertThat(content.bars()).hasSize(100);
        assertThat(content.bars().getFirst().close()).isEqualTo(200);
        assertThat(content.bars().getLast().change()).isNaN();
        assertThat(content.facts()).extracting(Fact::value).contains("100", "binance", "8,760", "crypto-24x7");
        assertThat(content.quality()).allMatch(row -> row.count() == 0);
        assertThat(content.chart().lines()).hasSize(2);
    }

    @Test
    void theAveragesCanBeTakenAway() {
        viewModel.attach();

        series.averagesProperty().set(false);

        assertThat(series.chartProperty().get().orElseThrow().lines()).isEmpty();
    }

    @Test
    void saysThatASeriesWasDeletedMeanwhile() {
        viewModel.attach();
        market.bars.delete(SomeMarket.GOOG_DAY);

        viewModel.selectedProperty().set(viewModel.instruments().get(1));

        assertThat(series.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
    }

    @Test
    void beginsWithTheSeriesThatWasOpenLast() {
        viewModel.attach();
        viewModel.selectedProperty().set(viewModel.instruments().get(1));
        series.averagesProperty().set(false);

        MarketViewModel next = new MarketViewModel(
                market.bars,
                tasks,
                new UiEvents(events, UiThread.direct()),
                InstantSource.fixed(SomeMarket.NOW),
                memory);
        next.attach();

        assertThat(next.entryProperty().get().map(CatalogEntry::key)).contains(SomeMarket.GOOG_DAY);
        assertThat(new SeriesViewModel(market.bars, tasks, memory)
                        .averagesProperty()
                        .get())
                .isFalse();
    }
}
