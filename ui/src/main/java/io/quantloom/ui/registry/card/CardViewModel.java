package io.quantloom.ui.registry.card;

import io.quantloom.engine.base.Partial;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.training.LoadModelEvidence;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/** What the run of the chosen version recorded of its worth. Files that are missing are normal; broken ones are told. */
public final class CardViewModel {

    private static final Texts TEXTS = Texts.of("registry");

    private final LoadModelEvidence evidence;
    private final ObservableValue<String> run;
    private final Loader<CardContent> loader;

    /** Takes where files live and the id of the run to follow, empty for none; starts nothing. */
    public CardViewModel(RunStore runs, TaskRunner tasks, ObservableValue<String> run) {
        this.evidence = new LoadModelEvidence(runs);
        this.run = run;
        this.loader = new Loader<>(tasks, CardContent::isEmpty);
        run.subscribe(_ -> load());
    }

    /** Reads the files again. */
    public void load() {
        String id = run.getValue();
        loader.clear();
        if (id != null && !id.isEmpty()) {
            loader.loadPartial(
                    TEXTS.get("load.worth"),
                    _ -> evidence.run(new RunId(id))
                            .map(found -> new Partial<>(CardContents.of(found), found.failures())));
        }
    }

    /** {@return what the regions show; empty when nothing was recorded} */
    ReadOnlyObjectProperty<ScreenState<CardContent>> stateProperty() {
        return loader.stateProperty();
    }
}
