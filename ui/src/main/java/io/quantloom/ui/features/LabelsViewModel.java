package io.quantloom.ui.features;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.LabelCatalog;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Labels of the chosen series by one of the named definitions. They are made when somebody looks at them. */
public final class LabelsViewModel {

    private static final Texts TEXTS = Texts.of("features");
    private static final long SEED = 42;

    private final FeaturesPorts ports;
    private final FeaturesViewModel features;
    private final Loader<LabelContent> loader;
    private final StringProperty definition = new SimpleStringProperty(names().getFirst());
    private boolean looked;

    /** Takes what labels, and the view model whose series it follows; starts nothing. */
    public LabelsViewModel(FeaturesPorts ports, FeaturesViewModel features, TaskRunner tasks) {
        this.ports = ports;
        this.features = features;
        this.loader = new Loader<>(tasks, content -> content.size() == 0);
        definition.subscribe((_, _) -> load());
        features.seriesProperty().subscribe((_, _) -> load());
    }

    /** {@return names of the definitions} */
    public static List<String> names() {
        return List.copyOf(LabelCatalog.all().keySet());
    }

    /** Begins to label; called when the labels are looked at first. */
    public void look() {
        looked = true;
        load();
    }

    /** Labels again. */
    public void load() {
        Optional<SeriesKey> key = features.key();
        if (looked && key.isPresent()) {
            String name = definition.get();
            loader.loadAnew(TEXTS.get("load.labels", name), context -> read(name, key.get(), context));
        }
    }

    private Outcome<LabelContent> read(String name, SeriesKey key, JobContext context) {
        String synthetic = ports.bars()
                .instrument(key.symbol())
                .flatMap(instrument -> instrument.synthetic())
                .orElse("");
        return LabelCatalog.named(name)
                .then(found -> ports.labels().run(found, key, SEED, context))
                .map(description -> LabelContents.of(description, synthetic));
    }

    /** {@return what is said of a failure to label, for tests} */
    Optional<Failure> failure() {
        return loader.stateProperty().get() instanceof ScreenState.Failed<LabelContent>(Failure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    /** {@return the labels} */
    ReadOnlyObjectProperty<ScreenState<LabelContent>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return name of the definition; two-way} */
    public StringProperty definitionProperty() {
        return definition;
    }
}
