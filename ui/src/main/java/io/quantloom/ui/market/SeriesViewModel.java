package io.quantloom.ui.market;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.indicator.talib.TalibIndicators;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.DataQuality;
import io.quantloom.ui.chart.CandleChart;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The series that is open: its bars, quality and facts. */
public final class SeriesViewModel {

    private static final String AVERAGES = "data.averages";
    private static final String OFF = "off";
    private static final int SHOWN = 160;
    private static final int FAST = 20;
    private static final int SLOW = 50;

    private final BarStore bars;
    private final Texts texts = Texts.of("market");
    private final Loader<SeriesContent> loader;
    private final BooleanProperty averages = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<CandleChart.Content>> chart =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<CatalogEntry> shown = Optional.empty();

    /** Takes where series live, who runs reads, and how the chart was left; starts nothing. */
    public SeriesViewModel(BarStore bars, TaskRunner tasks, ViewMemory memory) {
        this.bars = bars;
        loader = new Loader<>(tasks, content -> content.bars().isEmpty());
        loader.stateProperty().subscribe(_ -> showChart());
        averages.set(!memory.text(AVERAGES, "").equals(OFF));
        averages.subscribe(on -> {
            memory.put(AVERAGES, on ? "" : OFF);
            showChart();
        });
    }

    /** Shows a series, or none; the same bits again are not read again. */
    void show(Optional<CatalogEntry> entry) {
        if (entry.equals(shown)) {
            return;
        }
        boolean same = entry.map(CatalogEntry::key).equals(shown.map(CatalogEntry::key));
        shown = entry;
        if (entry.isEmpty()) {
            loader.clear();
        } else if (same) {
            retry();
        } else {
            loader.loadAnew(texts.get("series.reading", entry.get().key()), context -> read(entry.get(), context));
        }
    }

    /** Reads the series again. */
    public void retry() {
        shown.ifPresent(
                entry -> loader.load(texts.get("series.reading", entry.key()), context -> read(entry, context)));
    }

    private Outcome<SeriesContent> read(CatalogEntry entry, JobContext context) {
        Optional<BarSeries> found = bars.load(entry.key());
        if (found.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA,
                    "the bars of " + entry.key(),
                    "none; they were deleted meanwhile",
                    "",
                    "refresh the page"));
        }
        if (context.isCanceled()) {
            return Outcome.canceled();
        }
        return Outcome.success(content(entry, found.get()));
    }

    private SeriesContent content(CatalogEntry entry, BarSeries series) {
        ChartBars columns = ChartBars.of(
                series.openTimes(), series.opens(), series.highs(), series.lows(), series.closes(), series.volumes());
        Instrument instrument = entry.instrument();
        double[] closes = series.closes();
        CandleChart.Content chart = new CandleChart.Content(
                entry.key().toString(),
                entry.key().symbol().name(),
                entry.key().timeframe() + " · UTC",
                columns,
                SHOWN,
                instrument.synthetic().orElse(""),
                List.of(average(closes, FAST, "s5", "solid"), average(closes, SLOW, "s4", "dashed")));
        List<QualityRow> quality = QualityRows.of(DataQuality.of(series, instrument.calendar()));
        int digits = Formats.priceDigits(columns.size() == 0 ? Double.NaN : columns.close(columns.size() - 1));
        String note = instrument.currency()
                + instrument
                        .synthetic()
                        .map(why -> " · " + texts.get("series.synthetic", why))
                        .orElse("");
        return new SeriesContent(chart, note, new BarRows(columns), quality, facts(entry), digits);
    }

    private ChartLine average(double[] closes, int period, String token, String dash) {
        return ChartLine.of(texts.get("series.average", period), token, dash, TalibIndicators.sma(closes, period));
    }

    /** The chart with its averages, or without them. */
    private void showChart() {
        chart.set(loader.data()
                .map(SeriesContent::chart)
                .map(content -> averages.get() ? content : content.withLines(List.of())));
    }

    private List<Fact> facts(CatalogEntry entry) {
        Instrument instrument = entry.instrument();
        return List.of(
                fact("bars", Formats.integer(entry.rows()), ""),
                fact("first", Formats.minute(entry.first()), texts.get("fact.time.note")),
                fact("last", Formats.minute(entry.last()), texts.get("fact.time.note")),
                fact("source", entry.key().source(), ""),
                fact("currency", instrument.currency(), ""),
                fact("calendar", instrument.calendar().id(), instrument.calendarNote()),
                fact(
                        "year",
                        Formats.integer(Math.round(instrument
                                .calendar()
                                .barsPerYear(entry.key().timeframe().length()))),
                        texts.get("fact.year.note")),
                fact("kind", texts.get(instrument.perpetual() ? "fact.perpetual" : "fact.spot"), ""),
                fact("prices", instrument.synthetic().orElse(texts.get("fact.real")), ""),
                fact("hash", entry.hash().abbreviated(), entry.hash().hex()));
    }

    private Fact fact(String key, String value, String note) {
        return new Fact(texts.get("fact." + key), value, note);
    }

    /** {@return the chart to show} */
    public ReadOnlyObjectProperty<Optional<CandleChart.Content>> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    /** {@return whether the chart shows moving averages; two-way} */
    public BooleanProperty averagesProperty() {
        return averages;
    }

    /** {@return what to show} */
    public ReadOnlyObjectProperty<ScreenState<SeriesContent>> stateProperty() {
        return loader.stateProperty();
    }
}
