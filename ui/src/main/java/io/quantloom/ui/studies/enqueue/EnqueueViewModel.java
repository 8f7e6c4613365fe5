package io.quantloom.ui.studies.enqueue;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.tuning.AskedParameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.ui.studies.ShownStudy;
import io.quantloom.ui.studies.StudiesPorts;
import io.quantloom.ui.studies.StudyViewModel;
import io.quantloom.ui.studies.TrialRow;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A trial of one's own: its parameters, checked against what the study may try as they are typed. */
public final class EnqueueViewModel {

    private static final Texts TEXTS = Texts.of("studies");

    private final StudiesPorts ports;
    private final TaskRunner tasks;
    private final StudyViewModel study;
    private final ReadOnlyBooleanWrapper right = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private List<Field> fields = List.of();
    private Optional<SearchSpace> space = Optional.empty();
    private String id = "";

    /** A parameter that can vary: its name, what it may be, its text, and what is wrong with that. */
    public static final class Field {
        private final String name;
        private final String expected;
        private final StringProperty text;
        private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");

        Field(String name, String expected, String text) {
            this.name = name;
            this.expected = expected;
            this.text = new SimpleStringProperty(text);
        }

        /** {@return its name} */
        public String name() {
            return name;
        }

        /** {@return what it may be, in words} */
        public String expected() {
            return expected;
        }

        /** {@return what was typed; two-way} */
        public StringProperty textProperty() {
            return text;
        }

        /** {@return what is wrong with it; empty when nothing is} */
        public ReadOnlyStringProperty faultProperty() {
            return fault.getReadOnlyProperty();
        }
    }

    /** Takes what runs studies and the open one. */
    public EnqueueViewModel(StudiesPorts ports, TaskRunner tasks, StudyViewModel study) {
        this.ports = ports;
        this.tasks = tasks;
        this.study = study;
    }

    /** Begins with the parameters of the chosen trial. */
    public void open() {
        Optional<ShownStudy> shown = study.shownProperty().get();
        Optional<TrialRow> chosen = shown.flatMap(now -> now.content().trial(now.selected()));
        id = shown.map(now -> now.content().id()).orElse("");
        space = shown.flatMap(now -> now.content().space());
        var made = new ArrayList<Field>();
        for (Dimension dimension : space.map(SearchSpace::parentsFirst).orElse(List.of())) {
            if (!dimension.isSingle()) {
                String text = chosen.map(trial -> trial.raw(dimension.name())).orElse("");
                made.add(new Field(dimension.name(), AskedParameters.expected(dimension), text));
            }
        }
        fields = List.copyOf(made);
        fields.forEach(field -> field.text.subscribe((_, _) -> check()));
        failure.set("");
        check();
    }

    private void check() {
        SortedMap<String, String> faults = space.map(
                        known -> AskedParameters.of(known, parameters()).faults())
                .orElseGet(TreeMap::new);
        fields.forEach(field -> field.fault.set(faults.getOrDefault(field.name(), "")));
        right.set(space.isPresent() && faults.isEmpty());
    }

    private SortedMap<String, String> parameters() {
        var texts = new TreeMap<String, String>();
        for (Field field : fields) {
            if (!field.text.get().isBlank()) {
                texts.put(field.name(), field.text.get());
            }
        }
        return texts;
    }

    /** Enqueues the trial and gives its number; when that fails, {@link #failureProperty} says why. */
    public void enqueue(IntConsumer onDone) {
        String of = id;
        SortedMap<String, String> parameters = parameters();
        tasks.start(TEXTS.get("enqueue.task"), _ -> ports.jobs().enqueue(of, parameters))
                .onEnd(outcome -> {
                    switch (outcome) {
                        case Outcome.Success<Trial>(Trial trial) -> {
                            study.load();
                            onDone.accept(trial.number());
                        }
                        case Outcome.Failed<Trial>(Failure why) -> failure.set(FailureTexts.sentence(why));
                        case Outcome.Canceled<Trial> _ -> failure.set("");
                    }
                });
    }

    /** {@return the parameters that can vary, those that others depend on first} */
    public List<Field> fields() {
        return fields;
    }

    /** {@return whether nothing is wrong} */
    public ReadOnlyBooleanProperty rightProperty() {
        return right.getReadOnlyProperty();
    }

    /** {@return why the last attempt failed; empty when it did not} */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
