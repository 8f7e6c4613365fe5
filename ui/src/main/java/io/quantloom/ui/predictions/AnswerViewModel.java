package io.quantloom.ui.predictions;

import io.quantloom.engine.prediction.PredictBatch;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.Trend;
import io.quantloom.ui.explanation.Waterfalls;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.predictions.SymbolRow.Said;
import io.quantloom.ui.predictions.SymbolRow.Way;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** How the answer about the chosen symbol came about, feature by feature; why there is none where there is none. */
public final class AnswerViewModel {

    private static final Texts TEXTS = Texts.of("predictions");
    private static final int MOST_BARS = 18;

    private final PredictionsPorts ports;
    private final ObservableValue<@Nullable SymbolRow> row;
    private final Loader<AnswerContent> loader;
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.UP);
    private final ReadOnlyStringWrapper head = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNone = new ReadOnlyStringWrapper("");
    private String symbol = "";

    /** Takes who explains, and the chosen symbol to follow; starts nothing. */
    public AnswerViewModel(PredictionsPorts ports, PredictionsViewModel predictions, TaskRunner tasks) {
        this.ports = ports;
        this.row = predictions.selectedProperty();
        this.loader = new Loader<>(tasks, content -> content.bars().isEmpty());
        row.subscribe(this::follow);
        way.subscribe((_, _) -> load());
    }

    /** Of another symbol the other way, where that alone was asked; of the same one the way that was chosen. */
    private void follow(@Nullable SymbolRow now) {
        String before = symbol;
        symbol = now == null ? "" : now.symbol();
        if (now != null && !now.symbol().equals(before)) {
            Way other = way.get() == Way.UP ? Way.DOWN : Way.UP;
            if (!isAsked(now, way.get()) && isAsked(now, other)) {
                way.set(other);
                return;
            }
        }
        load();
    }

    private static boolean isAsked(SymbolRow row, Way way) {
        return row.said(way).filter(Said::isAsked).isPresent();
    }

    /** Explains the answer again. */
    public void load() {
        Optional<SymbolRow> chosen = Optional.ofNullable(row.getValue());
        Optional<Said> said = chosen.flatMap(one -> one.said(way.get()));
        Optional<Prediction> answer = said.filter(Said::isAsked)
                .flatMap(one -> ports.store().latest(one.model()).filter(last -> last.version() == one.version()));
        head.set(said.map(AnswerViewModel::words).orElse(""));
        whyNone.set(chosen.map(this::whyNone).orElse(""));
        loader.clear();
        answer.ifPresent(prediction -> loader.load(
                TEXTS.get("load.answer", prediction.symbol()),
                context -> ports.explain()
                        .run(prediction, context)
                        .map(found -> new AnswerContent(Waterfalls.way(found), Waterfalls.bars(found, MOST_BARS)))));
    }

    private String whyNone(SymbolRow chosen) {
        Trend trend = way.get() == Way.UP ? Trend.UPTREND : Trend.DOWNTREND;
        return chosen.said(way.get())
                .map(one -> one.isAsked() ? "" : TEXTS.get("answer.unasked", one.model()))
                .orElseGet(() -> PredictBatch.notFound(chosen.symbol(), trend.text()));
    }

    private static String words(Said said) {
        return said.isAsked()
                ? TEXTS.get(
                        "answer.head",
                        said.target(),
                        Formats.decimal(said.probability(), 3),
                        Formats.minute(said.asOf()),
                        Formats.about(said.age()),
                        said.model(),
                        said.version())
                : TEXTS.get("answer.head.unasked", said.target(), said.model(), said.version());
    }

    /** {@return the way that is looked at; two-way} */
    ObjectProperty<Way> wayProperty() {
        return way;
    }

    /** {@return what was asked and said, of which bar, by which model; empty without a model} */
    public ReadOnlyStringProperty headProperty() {
        return head.getReadOnlyProperty();
    }

    /** {@return why there is nothing to explain; empty when there is} */
    public ReadOnlyStringProperty whyNoneProperty() {
        return whyNone.getReadOnlyProperty();
    }

    /** {@return each feature's part; empty while there is no answer} */
    ReadOnlyObjectProperty<ScreenState<AnswerContent>> stateProperty() {
        return loader.stateProperty();
    }
}
