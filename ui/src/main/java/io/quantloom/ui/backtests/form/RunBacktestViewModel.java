package io.quantloom.ui.backtests.form;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.ui.backtests.form.BacktestForm.Field;
import io.quantloom.ui.backtests.form.BacktestForm.Series;
import io.quantloom.ui.backtests.form.BacktestForm.Side;
import io.quantloom.ui.backtests.form.BacktestForm.Strategy;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The form that runs a backtest: which bars, which strategy, which costs. */
public final class RunBacktestViewModel {

    private static final Texts TEXTS = Texts.of("backtests");
    private static final String PAGE = "backtests";

    private final RunBacktest runBacktest;
    private final BarStore bars;
    private final RegistryStore registry;
    private final TaskRunner tasks;
    private final Consumer<BacktestResult> recorded;

    private final ObservableList<Series> series = FXCollections.observableArrayList();
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Series>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Strategy> strategy = new SimpleObjectProperty<>(Strategy.SMA_CROSS);
    private final StringProperty fast = new SimpleStringProperty("10");
    private final StringProperty slow = new SimpleStringProperty("20");
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.LONG_SHORT);
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty fee = new SimpleStringProperty("0.1");
    private final StringProperty cash = new SimpleStringProperty("10000");
    private final FormProblems problems = new FormProblems();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    /**
     * Takes the use case and where bars and models are listed; starts nothing.
     *
     * @param recorded is told of each backtest that was run and recorded
     */
    public RunBacktestViewModel(
            RunBacktest runBacktest,
            BarStore bars,
            RegistryStore registry,
            TaskRunner tasks,
            Consumer<BacktestResult> recorded) {
        this.runBacktest = runBacktest;
        this.bars = bars;
        this.registry = registry;
        this.tasks = tasks;
        this.recorded = recorded;
        Stream.<ObservableValue<?>>of(chosen, strategy, fast, slow, side, model, fee, cash)
                .forEach(input -> input.subscribe(() -> problems.check(form())));
        problems.check(form());
    }

    /** Reads what can be chosen; call when the form opens. */
    public void open() {
        failure.set("");
        tasks.start(TEXTS.get("load.choices"), _ -> Outcome.success(choices())).onEnd(outcome -> {
            if (outcome instanceof Outcome.Success<Choices>(Choices choices)) {
                show(choices);
            } else if (outcome instanceof Outcome.Failed<Choices>(Failure reason)) {
                failure.set(FailureTexts.line(reason));
            }
        });
    }

    private record Choices(List<Series> series, List<String> models) {}

    private Choices choices() {
        List<String> references = registry.models().stream()
                .flatMap(known -> known.aliases().keySet().stream()
                        .map(alias -> ModelRef.ofAlias(known.name(), alias).toString()))
                .toList();
        return new Choices(bars.catalog().stream().map(Series::of).toList(), references);
    }

    private void show(Choices choices) {
        series.setAll(choices.series());
        models.setAll(choices.models());
        if (chosen.get().filter(series::contains).isEmpty()) {
            chosen.set(series.stream().findFirst());
        }
        if (!models.contains(model.get())) {
            model.set(models.isEmpty() ? "" : models.getFirst());
        }
    }

    private BacktestForm form() {
        return new BacktestForm(
                chosen.get(), strategy.get(), fast.get(), slow.get(), side.get(), model.get(), fee.get(), cash.get());
    }

    /** Runs the backtest as a job; the callback gets the identifier of its run on the JavaFX thread. */
    public void run(Consumer<String> onDone) {
        BacktestForm form = form();
        if (!problems.none().get() || running.get()) {
            return;
        }
        BacktestSpec spec = form.spec();
        failure.set("");
        running.set(true);
        tasks.start(TaskSpec.job(form.title()).from(PAGE), context -> runBacktest.run(spec, context))
                .onEnd(outcome -> {
                    running.set(false);
                    ended(outcome, onDone);
                });
    }

    private void ended(Outcome<BacktestResult> outcome, Consumer<String> onDone) {
        switch (outcome) {
            case Outcome.Success<BacktestResult>(BacktestResult result) -> {
                result.run().ifPresent(id -> onDone.accept(id.value()));
                recorded.accept(result);
            }
            case Outcome.Failed<BacktestResult>(Failure reason) ->
                failure.set(FailureTexts.sentence(reason) + " " + FailureTexts.action(reason));
            case Outcome.Canceled<BacktestResult> _ -> failure.set(TEXTS.get("run.canceled"));
        }
    }

    /** {@return the bars there are} */
    public ObservableList<Series> series() {
        return FXCollections.unmodifiableObservableList(series);
    }

    /** {@return references to registered models} */
    public ObservableList<String> models() {
        return FXCollections.unmodifiableObservableList(models);
    }

    /** {@return which bars; two-way} */
    public ObjectProperty<Optional<Series>> chosenProperty() {
        return chosen;
    }

    /** {@return what decides; two-way} */
    public ObjectProperty<Strategy> strategyProperty() {
        return strategy;
    }

    /** {@return window of the fast average; two-way} */
    public StringProperty fastProperty() {
        return fast;
    }

    /** {@return window of the slow average; two-way} */
    public StringProperty slowProperty() {
        return slow;
    }

    /** {@return what the averages may hold; two-way} */
    public ObjectProperty<Side> sideProperty() {
        return side;
    }

    /** {@return the registered model; two-way} */
    public StringProperty modelProperty() {
        return model;
    }

    /** {@return percent of the notional of each fill; two-way} */
    public StringProperty feeProperty() {
        return fee;
    }

    /** {@return starting cash; two-way} */
    public StringProperty cashProperty() {
        return cash;
    }

    /** {@return what is wrong with the field, empty when nothing is} */
    public ReadOnlyStringProperty problemProperty(Field field) {
        return problems.of(field);
    }

    /** {@return whether every field is right} */
    public ReadOnlyBooleanProperty validProperty() {
        return problems.none();
    }

    /** {@return whether a backtest of this form is under way} */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** {@return why the last one failed; empty when it did not} */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
