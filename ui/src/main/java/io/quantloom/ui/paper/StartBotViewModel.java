package io.quantloom.ui.paper;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.FeedSource;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;
import io.quantloom.ui.paper.BotForm.Field;
import io.quantloom.ui.paper.BotForm.Model;
import io.quantloom.ui.paper.BotForm.Speed;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
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

/** The form that starts a bot on a registered model, and what runs the sessions of bots. */
public final class StartBotViewModel {

    private static final Texts TEXTS = Texts.of("paper");
    private static final String PAGE = "paper";

    private final Sessions sessions;
    private final RegistryStore registry;
    private final BarStore bars;
    private final TaskRunner tasks;

    private final ObservableList<Model> models = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Model>> model = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty fee = new SimpleStringProperty("0.1");
    private final StringProperty cash = new SimpleStringProperty("10000");
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.SECOND);
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    /**
     * What begins and runs sessions.
     *
     * @param startBot begins one
     * @param runBot runs it
     * @param feeds where bars come from, by speed
     */
    public record Sessions(StartBot startBot, RunBot runBot, DoubleFunction<FeedSource> feeds) {}

    /** Takes the use cases and where models and bars are listed; starts nothing. */
    public StartBotViewModel(Sessions sessions, RegistryStore registry, BarStore bars, TaskRunner tasks) {
        this.sessions = sessions;
        this.registry = registry;
        this.bars = bars;
        this.tasks = tasks;
        for (Field field : Field.values()) {
            problems.put(field, new ReadOnlyStringWrapper(""));
        }
        for (ObservableValue<?> input : List.<ObservableValue<?>>of(name, model, fee, cash)) {
            input.subscribe(this::check);
        }
        check();
    }

    private BotForm form() {
        return new BotForm(name.get().strip(), model.get(), fee.get(), cash.get());
    }

    private void check() {
        BotForm form = form();
        problems.forEach((field, text) -> text.set(form.problem(field).orElse("")));
        valid.set(problems.values().stream().allMatch(text -> text.get().isEmpty()));
    }

    /** Reads what can be traded; call when the form opens. */
    public void open() {
        failure.set("");
        tasks.start(TEXTS.get("load.choices"), _ -> Outcome.success(choices())).onEnd(outcome -> {
            if (outcome instanceof Outcome.Success<List<Model>>(List<Model> found)) {
                show(found);
            } else if (outcome instanceof Outcome.Failed<List<Model>>(Failure reason)) {
                failure.set(FailureTexts.line(reason));
            }
        });
    }

    /** Champions first: they are what a bot should follow. */
    private List<Model> choices() {
        var found = new ArrayList<Model>();
        for (RegisteredModel known : registry.models()) {
            known.aliases()
                    .forEach((alias, version) -> registry.version(known.name(), version)
                            .ifPresent(behind -> found.add(
                                    choice(ModelRef.ofAlias(known.name(), alias).toString(), behind))));
        }
        found.sort(Comparator.comparing(choice -> !choice.reference().endsWith("@" + Alias.CHAMPION)));
        return found;
    }

    private Model choice(String reference, ModelVersion version) {
        var series = version.card().series();
        return new Model(
                reference,
                version.version(),
                series.symbol().name(),
                series.timeframe().toString(),
                series.source(),
                bars.instrument(series.symbol()).map(Instrument::currency).orElse("USD"));
    }

    private void show(List<Model> found) {
        models.setAll(found);
        if (model.get().filter(models::contains).isEmpty()) {
            model.set(models.stream().findFirst());
        }
        if (name.get().isBlank()) {
            model.get()
                    .ifPresent(first ->
                            name.set(first.reference().replace("models:/", "").replaceAll("@.*", "") + "-paper"));
        }
    }

    /** Chooses a registered model by its reference, when it can trade. */
    public void choose(String reference) {
        models.stream()
                .filter(choice -> choice.reference().equals(reference))
                .findFirst()
                .ifPresent(choice -> model.set(Optional.of(choice)));
    }

    /** Begins a session and runs it; the callback gets the bot's name on the JavaFX thread once it has begun. */
    public void start(Consumer<String> onBegun) {
        if (!valid.get()) {
            return;
        }
        BotForm form = form();
        failure.set("");
        tasks.start(
                        TEXTS.get("task.start", form.name()),
                        _ -> sessions.startBot().run(form.spec(), form.text()))
                .onEnd(outcome -> {
                    if (outcome instanceof Outcome.Success<BotRecord>) {
                        onBegun.accept(form.name());
                        run(form.name());
                    } else if (outcome instanceof Outcome.Failed<BotRecord>(Failure reason)) {
                        failure.set(FailureTexts.sentence(reason) + " " + FailureTexts.action(reason));
                    }
                });
    }

    /** Runs the session of a bot from where it is; its end is told by a notice. */
    public void run(String bot) {
        FeedSource feed = sessions.feeds().apply(speed.get().factor());
        // A session waits for bars most of its life: it must not take a core's place.
        var spec = new TaskSpec(TEXTS.get("task.session", bot, speed.get().label()), TaskLane.READING, true, PAGE);
        tasks.start(spec, context -> sessions.runBot().run(bot, feed, context));
    }

    /** {@return models that can trade} */
    public ObservableList<Model> models() {
        return FXCollections.unmodifiableObservableList(models);
    }

    /** {@return name of the bot; two-way} */
    public StringProperty nameProperty() {
        return name;
    }

    /** {@return what decides; two-way} */
    public ObjectProperty<Optional<Model>> modelProperty() {
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

    /** {@return how fast stored bars are told again; two-way} */
    public ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** {@return what is wrong with the field, empty when nothing is} */
    public ReadOnlyStringProperty problemProperty(Field field) {
        ReadOnlyStringWrapper text = problems.get(field);
        if (text == null) {
            throw new IllegalArgumentException("no such field: " + field);
        }
        return text.getReadOnlyProperty();
    }

    /** {@return whether every field is right} */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** {@return why the last bot could not be started; empty when it could} */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
