package io.quantloom.ui.registry;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RollBackModel;
import io.quantloom.engine.registry.Transition;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.registry.VersionRow.Gated;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Moves an alias of the open model: promotion through the gates, the record of a refusal, rollback. */
public final class PromotionViewModel {

    /** What the last action came to. */
    public record Message(String text, Tone tone) {}

    private static final Texts TEXTS = Texts.of("registry");
    private static final String ORIGIN = "desktop";

    private final PromoteModel promoteModel;
    private final RollBackModel rollBackModel;
    private final TaskRunner tasks;
    private final VersionsViewModel versions;

    private final ObjectProperty<String> alias = new SimpleObjectProperty<>(Alias.CHAMPION);
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper whyNotPromote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotRollBack = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper refusable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Message>> message = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Takes the use cases and the versions it follows for as long as both live. */
    public PromotionViewModel(
            PromoteModel promoteModel, RollBackModel rollBackModel, TaskRunner tasks, VersionsViewModel versions) {
        this.promoteModel = promoteModel;
        this.rollBackModel = rollBackModel;
        this.tasks = tasks;
        this.versions = versions;
        versions.stateProperty().subscribe(this::judge);
        versions.selectedProperty().subscribe((before, now) -> {
            if (!before.map(VersionRow::label).equals(now.map(VersionRow::label))) {
                message.set(Optional.empty());
            }
            judge();
        });
        alias.subscribe(this::judge);
        judge();
    }

    private void judge() {
        Optional<ModelPage> page = versions.stateProperty().get().shown();
        Optional<VersionRow> version = versions.selectedProperty().get();
        whyNotPromote.set(version.map(this::whyNotPromote).orElseGet(() -> TEXTS.get("why.version")));
        refusable.set(version.filter(row -> !row.aliases().contains(alias.get()) && row.gated() != Gated.PASSED)
                .isPresent());
        whyNotRollBack.set(
                page.flatMap(shown -> shown.withAlias(Alias.PREVIOUS)).isPresent() ? "" : TEXTS.get("why.previous"));
        effect.set(page.flatMap(shown -> version.map(row -> effect(shown, row))).orElse(""));
    }

    private String whyNotPromote(VersionRow row) {
        if (row.aliases().contains(alias.get())) {
            return TEXTS.get("why.already", row.label(), alias.get());
        }
        return switch (row.gated()) {
            case PASSED -> "";
            case UNGATED -> TEXTS.get("why.ungated", row.label());
            case REFUSED ->
                TEXTS.get(
                        "why.refused",
                        row.gates().size() - row.passed(),
                        row.gates().size());
        };
    }

    private String effect(ModelPage page, VersionRow row) {
        Optional<VersionRow> holder = page.withAlias(alias.get());
        if (holder.isPresent() && holder.get().number() == row.number()) {
            return TEXTS.get("effect.none", row.label(), alias.get());
        }
        String from = holder.map(VersionRow::label).orElseGet(() -> TEXTS.get("history.nothing"));
        if (!alias.get().equals(Alias.CHAMPION)) {
            return TEXTS.get("effect.alias", alias.get(), from, row.label());
        }
        if (page.followers().isEmpty()) {
            return TEXTS.get("effect.alias", alias.get(), from, row.label());
        }
        return TEXTS.get(
                "effect.champion", Formats.count(page.followers().size(), TEXTS.get("effect.bot")), from, row.label());
    }

    /** Promotes the version looked at; when its gates say no, nothing moves and the refusal is recorded. */
    public void promote() {
        String why = reason.get().strip();
        versions.selectedProperty()
                .get()
                .filter(_ -> !busy.get() && !why.isEmpty())
                .ifPresent(row -> {
                    String to = alias.get();
                    decide(
                            TEXTS.get("task.promote", row.label(), to),
                            _ -> promoteModel.run(row.model(), row.number(), to, why, ORIGIN));
                });
    }

    /** Sets Champion back to the version before. */
    public void rollBack(String why) {
        versions.stateProperty()
                .get()
                .shown()
                .filter(_ -> !busy.get())
                .ifPresent(page ->
                        decide(TEXTS.get("task.rollback"), _ -> rollBackModel.run(page.name(), why.strip(), ORIGIN)));
    }

    private void decide(String title, TaskRunner.Work<Transition> work) {
        busy.set(true);
        tasks.start(title, work).onEnd(outcome -> {
            busy.set(false);
            tell(outcome);
        });
    }

    private void tell(Outcome<Transition> outcome) {
        switch (outcome) {
            case Outcome.Success<Transition>(Transition transition) -> {
                boolean refused = transition.kind() == Transition.Kind.REFUSED;
                message.set(Optional.of(new Message(
                        TEXTS.get(
                                "done." + transition.kind().name(),
                                "v" + transition.to().orElse(0),
                                transition.alias(),
                                transition.reason()),
                        refused ? Tone.BAD : Tone.OK)));
                reason.set("");
                versions.load();
            }
            case Outcome.Failed<Transition>(Failure failure) ->
                message.set(Optional.of(
                        new Message(FailureTexts.sentence(failure) + " " + FailureTexts.action(failure), Tone.BAD)));
            case Outcome.Canceled<Transition> _ -> message.set(Optional.empty());
        }
    }

    /** {@return the aliases that gates guard} */
    public List<String> aliases() {
        return List.of(Alias.CHAMPION, Alias.CHALLENGER);
    }

    /** {@return which alias to move: Champion or Challenger; two-way} */
    public ObjectProperty<String> aliasProperty() {
        return alias;
    }

    /** {@return why, in the person's words; two-way} */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** {@return why the version cannot be promoted; empty when it can} */
    public ReadOnlyStringProperty whyNotPromoteProperty() {
        return whyNotPromote.getReadOnlyProperty();
    }

    /** {@return why nothing can be rolled back; empty when it can} */
    public ReadOnlyStringProperty whyNotRollBackProperty() {
        return whyNotRollBack.getReadOnlyProperty();
    }

    /** {@return what a promotion will do} */
    public ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /** {@return whether the gates say no, so that the refusal can be recorded} */
    public ReadOnlyBooleanProperty refusableProperty() {
        return refusable.getReadOnlyProperty();
    }

    /** {@return whether a decision is under way} */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** {@return what the last decision came to} */
    public ReadOnlyObjectProperty<Optional<Message>> messageProperty() {
        return message.getReadOnlyProperty();
    }
}
