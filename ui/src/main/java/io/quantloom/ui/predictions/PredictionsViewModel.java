package io.quantloom.ui.predictions;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels.Served;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.predictions.SymbolRow.Said;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What each trend model in service said last, by symbol; asks all of them again. */
public final class PredictionsViewModel {

    private static final Texts TEXTS = Texts.of("predictions");

    private final PredictionsPorts ports;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final Loader<List<SymbolRow>> loader;
    private final ObservableList<SymbolRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable SymbolRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private List<Failure> failures = List.of();

    /** Takes what was said and who can be asked; starts nothing. */
    public PredictionsViewModel(PredictionsPorts ports, TaskRunner tasks, InstantSource clock) {
        this.ports = ports;
        this.clock = clock;
        this.tasks = tasks;
        this.loader = new Loader<>(tasks, List::isEmpty);
        loader.stateProperty().subscribe(this::show);
    }

    /** Reads what was said. */
    public void load() {
        List<Failure> told = failures;
        loader.loadPartial(TEXTS.get("load"), _ -> Outcome.success(new Partial<>(read(), told)));
    }

    private List<SymbolRow> read() {
        List<Served> served = ports.served().get();
        SortedSet<String> symbols = new TreeSet<>();
        served.forEach(one -> symbols.add(one.tags().symbol()));
        return symbols.stream()
                .map(symbol -> new SymbolRow(
                        symbol, said(served, symbol, Trend.UPTREND), said(served, symbol, Trend.DOWNTREND)))
                .toList();
    }

    private Optional<Said> said(List<Served> served, String symbol, Trend trend) {
        return served.stream()
                .filter(one -> one.tags().symbol().equals(symbol) && one.tags().trend() == trend)
                .findFirst()
                .map(this::said);
    }

    private Said said(Served served) {
        String model = served.version().model();
        int version = served.version().version();
        Optional<Prediction> last = ports.store().latest(model).filter(one -> one.version() == version);
        Duration bar = Duration.ofMillis(
                served.version().modelCard().orElseThrow().series().timeframe().millis());
        return new Said(
                last.map(Prediction::probability).orElse(Double.NaN),
                last.map(one -> one.asOf().toEpochMilli()).orElse(0L),
                bar,
                last.map(one -> Duration.between(one.asOf().plus(bar), clock.instant()))
                        .orElse(Duration.ZERO),
                model,
                version,
                served.tags().classifier(),
                target(served));
    }

    private static String target(Served served) {
        String words = TEXTS.get("trend." + served.tags().trend().name());
        if (served.tags().targetPct().isEmpty() || served.tags().windowDays().isEmpty()) {
            return words;
        }
        return TEXTS.get(
                "target",
                words,
                Formats.share(served.tags().targetPct().getAsDouble(), 1),
                served.tags().windowDays().getAsInt());
    }

    private void show(ScreenState<List<SymbolRow>> state) {
        List<SymbolRow> now = state.shown().orElse(List.of());
        String symbol =
                Optional.ofNullable(selected.get()).map(SymbolRow::symbol).orElse("");
        rows.setAll(now);
        selected.set(now.stream()
                .filter(row -> row.symbol().equals(symbol))
                .findFirst()
                .or(() -> now.stream().findFirst())
                .orElse(null));
        long models = sayings().count();
        long asked = sayings().filter(Said::isAsked).count();
        counts.set(
                now.isEmpty()
                        ? ""
                        : TEXTS.get(
                                "counts", Formats.count(now.size(), "symbol"), asked, Formats.count(models, "model")));
        whyNot.set(now.isEmpty() ? TEXTS.get("whynot.none") : "");
    }

    /** {@return what all models said} */
    Stream<Said> sayings() {
        return rows.stream().flatMap(row -> Stream.concat(row.up().stream(), row.down().stream()));
    }

    /** Asks every model in service at the latest closed bar of its series. */
    public void run() {
        if (!whyNot.get().isEmpty()) {
            return;
        }
        whyNot.set(TEXTS.get("whynot.running"));
        TaskSpec spec = TaskSpec.job(TEXTS.get("run.task")).from(Page.PREDICTIONS.id());
        tasks.<List<Failure>>start(spec, this::ask).onEnd(outcome -> {
            whyNot.set("");
            failures = switch (outcome) {
                case Outcome.Success<List<Failure>>(List<Failure> found) -> found;
                case Outcome.Failed<List<Failure>>(Failure failure) -> List.of(failure);
                case Outcome.Canceled<List<Failure>> _ -> List.of();
            };
            load();
        });
    }

    private Outcome<List<Failure>> ask(JobContext context) {
        var found = new ArrayList<Failure>();
        Trend[] trends = Trend.values();
        for (int i = 0; i < trends.length; i++) {
            JobContext part = context.part(trends[i].text(), (double) i / trends.length, (i + 1.0) / trends.length);
            switch (ports.batch().run(trends[i], List.of(), part)) {
                case Outcome.Success<Partial<List<Prediction>>>(Partial<List<Prediction>> partial) ->
                    found.addAll(partial.failures());
                case Outcome.Failed<Partial<List<Prediction>>>(Failure failure) -> found.add(failure);
                case Outcome.Canceled<Partial<List<Prediction>>> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(found);
    }

    /** {@return why models could not answer the last time, a sentence each} */
    public List<String> problems() {
        return failures.stream().map(FailureTexts::sentence).toList();
    }

    /** {@return what the page shows; empty while no trend model is in service, partial when some could not answer} */
    ReadOnlyObjectProperty<ScreenState<List<SymbolRow>>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the symbols, by name} */
    ObservableList<SymbolRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** {@return the symbol looked at; two-way} */
    ObjectProperty<@Nullable SymbolRow> selectedProperty() {
        return selected;
    }

    /** {@return how many symbols, and how many models said something} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** {@return why the batch cannot be run now; empty when it can} */
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }
}
