package io.quantloom.ui.registry.card;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.model.evaluation.EvaluationJson;
import io.quantloom.engine.model.explanation.ExplanationJson;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.engine.training.placebo.PlaceboJson;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/** What the run of the chosen version recorded of its worth. Files that are missing are normal; broken ones are told. */
public final class CardViewModel {

    private static final Texts TEXTS = Texts.of("registry");

    private final RunStore runs;
    private final ObservableValue<String> run;
    private final Loader<CardContent> loader;

    /** Takes where files live and the id of the run to follow, empty for none; starts nothing. */
    public CardViewModel(RunStore runs, TaskRunner tasks, ObservableValue<String> run) {
        this.runs = runs;
        this.run = run;
        this.loader = new Loader<>(tasks, CardContent::isEmpty);
        run.subscribe(_ -> load());
    }

    /** Reads the files again. */
    public void load() {
        String id = run.getValue();
        loader.clear();
        if (id != null && !id.isEmpty()) {
            loader.loadPartial(TEXTS.get("load.worth"), _ -> Outcome.success(read(new RunId(id))));
        }
    }

    private Partial<CardContent> read(RunId id) {
        List<String> paths =
                runs.artifacts(id).stream().map(artifact -> artifact.path()).toList();
        var failures = new ArrayList<Failure>();
        var content = new CardContent(
                file(id, paths, EvaluationJson.FILE, EvaluationJson::read, failures)
                        .map(CardContents::of),
                file(id, paths, ExplanationJson.FILE, ExplanationJson::read, failures)
                        .map(CardContents::of),
                file(id, paths, Placebo.ARTIFACT, CardViewModel::placebo, failures)
                        .map(CardContents::of));
        return new Partial<>(content, failures);
    }

    private static Outcome<Placebo> placebo(byte[] bytes) {
        try {
            return Outcome.success(PlaceboJson.read(bytes));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(Failure.of(
                            Failure.Reason.PARSING,
                            "a placebo",
                            String.valueOf(e.getMessage()),
                            Placebo.ARTIFACT,
                            "run the factory again")
                    .causedBy(e));
        }
    }

    private <T> Optional<T> file(
            RunId id, List<String> paths, String name, Function<byte[], Outcome<T>> read, List<Failure> failures) {
        if (!paths.contains(name)) {
            return Optional.empty();
        }
        return switch (runs.loadArtifact(id, name).then(read)) {
            case Outcome.Success<T>(T value) -> Optional.of(value);
            case Outcome.Failed<T>(Failure failure) -> {
                failures.add(failure);
                yield Optional.empty();
            }
            case Outcome.Canceled<T> _ -> Optional.empty();
        };
    }

    /** {@return what the regions show; empty when nothing was recorded} */
    ReadOnlyObjectProperty<ScreenState<CardContent>> stateProperty() {
        return loader.stateProperty();
    }
}
