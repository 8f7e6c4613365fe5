package io.quantloom.ui.factory;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.FoldWindows;
import io.quantloom.engine.training.tracking.FoldWindows.Span;
import io.quantloom.ui.chart.figure.RibbonChart.Lane;
import io.quantloom.ui.chart.figure.RibbonChart.Look;
import io.quantloom.ui.chart.figure.RibbonChart.Stretch;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The folds of the chosen symbol over time: what was trained on, what was left out, what was tested on. */
public final class FoldsViewModel {

    private static final Texts TEXTS = Texts.of("factory");
    private static final String FILE = "folds.json";

    private final RunStore runs;
    private final FactoryRuns factory;
    private final FactoryViewModel viewModel;
    private final Loader<List<Lane>> loader;
    private String shown = "";

    /** Takes where runs live and the chosen symbol it follows; starts nothing. */
    public FoldsViewModel(FactoryPorts ports, TaskRunner tasks, FactoryViewModel viewModel) {
        this.runs = ports.runs();
        this.factory = new FactoryRuns(ports.runs());
        this.viewModel = viewModel;
        this.loader = new Loader<>(tasks, List::isEmpty);
        viewModel.symbolProperty().subscribe(_ -> follow());
    }

    /** Folds do not change once they are written: they are read again only while there are none. */
    private void follow() {
        String run = viewModel.symbolProperty().get().map(SymbolRow::run).orElse("");
        if (!run.equals(shown) || loader.data().isEmpty()) {
            shown = run;
            load();
        }
    }

    /** Loads again. */
    public void load() {
        Optional<String> run =
                viewModel.symbolProperty().get().map(SymbolRow::run).filter(id -> !id.isEmpty());
        if (run.isEmpty()) {
            loader.clear();
            return;
        }
        RunId id = new RunId(run.get());
        loader.loadAnew(
                TEXTS.get("load.folds"),
                _ -> isRecorded(id) ? factory.folds(id).map(FoldsViewModel::lanes) : Outcome.success(List.of()));
    }

    private boolean isRecorded(RunId id) {
        return runs.artifacts(id).stream().anyMatch(artifact -> artifact.path().equals(FILE));
    }

    private static List<Lane> lanes(List<FoldWindows> folds) {
        return folds.stream().map(FoldsViewModel::lane).toList();
    }

    private static Lane lane(FoldWindows fold) {
        String name = fold.isHoldout() ? TEXTS.get("folds.holdout") : TEXTS.get("folds.fold", fold.number() + 1);
        var stretches = new ArrayList<Stretch>();
        fold.training().forEach(span -> stretches.add(stretch(name, "folds.train", "s1", Look.PALE, span)));
        String token = fold.isHoldout() ? "s7" : "accent";
        fold.test().forEach(span -> stretches.add(stretch(name, "folds.test", token, Look.FULL, span)));
        stretches.sort(Comparator.comparingLong(Stretch::from));
        var all = new ArrayList<Stretch>();
        for (int i = 0; i < stretches.size(); i++) {
            if (i > 0 && stretches.get(i).from() > stretches.get(i - 1).to()) {
                all.add(gap(name, stretches.get(i - 1).to(), stretches.get(i).from()));
            }
            all.add(stretches.get(i));
        }
        return new Lane(name, all);
    }

    private static Stretch stretch(String fold, String key, String token, Look look, Span span) {
        return new Stretch(
                span.from().toEpochMilli(),
                span.to().toEpochMilli(),
                token,
                look,
                TEXTS.get(
                        "folds.words",
                        fold,
                        TEXTS.get(key),
                        Formats.day(span.from().toEpochMilli()),
                        Formats.day(span.to().toEpochMilli())));
    }

    private static Stretch gap(String fold, long from, long to) {
        return new Stretch(
                from,
                to,
                "warn",
                Look.HATCHED,
                TEXTS.get("folds.words", fold, TEXTS.get("folds.gap"), Formats.minute(from), Formats.minute(to)));
    }

    /** {@return what the region shows; empty until the folds are known} */
    public ReadOnlyObjectProperty<ScreenState<List<Lane>>> stateProperty() {
        return loader.stateProperty();
    }
}
