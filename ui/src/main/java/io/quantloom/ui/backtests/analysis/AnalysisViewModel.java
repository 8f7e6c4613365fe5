package io.quantloom.ui.backtests.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.analysis.AnalysisSettings;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.BacktestAnalysis;
import io.quantloom.engine.backtest.analysis.LoadAnalysis;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * The analysis of the open backtest: opened as it was saved, or made as a job that goes on when another backtest is
 * opened. Empty until one was made.
 */
public final class AnalysisViewModel {

    /** A backtest of at most so many bars is analyzed at once after it was run: it takes a few seconds. */
    public static final int QUICK_BARS = 20_000;

    private static final Texts TEXTS = Texts.of("backtests");
    private static final String PAGE = "backtests";
    private static final long SEED = 42;

    /**
     * What it asks of the engine.
     *
     * @param runs knows whether one was saved
     * @param backtests opens the backtest
     * @param load opens a saved analysis
     * @param analyze makes one
     */
    public record Ports(RunStore runs, LoadBacktest backtests, LoadAnalysis load, AnalyzeBacktest analyze) {}

    /**
     * How the analysis stands, in a word.
     *
     * @param words for a chip
     * @param tone of the chip
     * @param details for its tooltip
     */
    public record Verdict(String words, Tone tone, String details) {}

    private final Ports ports;
    private final TaskRunner tasks;
    private final ObservableValue<Optional<String>> open;
    private final ReadOnlyObjectWrapper<ScreenState<AnalysisContent>> state =
            new ReadOnlyObjectWrapper<>(new ScreenState.Empty<>());
    private final Map<String, TaskHandle<Optional<AnalysisContent>>> running = new HashMap<>();
    private Optional<String> shown = Optional.empty();
    private Subscription subscription = Subscription.EMPTY;

    /** Takes the use cases and the run whose backtest is open; starts nothing. */
    public AnalysisViewModel(Ports ports, TaskRunner tasks, ObservableValue<Optional<String>> open) {
        this.ports = ports;
        this.tasks = tasks;
        this.open = open;
    }

    /** Opens the analysis, and follows which backtest is open. */
    public void attach() {
        subscription = open.subscribe(id -> {
            if (!id.equals(shown)) {
                shown = id;
                load();
            }
        });
    }

    /** Follows nothing any more; analyses under way go on. */
    public void detach() {
        subscription.unsubscribe();
    }

    /** Opens the saved analysis again. */
    public void load() {
        if (shown.isEmpty()) {
            state.set(new ScreenState.Empty<>());
            return;
        }
        String id = shown.get();
        TaskHandle<Optional<AnalysisContent>> work = running.get(id);
        follow(id, work != null ? work : tasks.start(TEXTS.get("load.analysis"), _ -> read(id)));
    }

    private Outcome<Optional<AnalysisContent>> read(String id) {
        RunId run = new RunId(id);
        boolean saved = ports.runs().artifacts(run).stream()
                .anyMatch(artifact -> artifact.path().equals(AnalyzeBacktest.ANALYSIS));
        return saved
                ? ports.load().run(run).then(analysis -> content(run, analysis))
                : Outcome.success(Optional.empty());
    }

    /** Makes the analysis of the open backtest, unless that is under way. */
    public void analyze() {
        shown.ifPresent(this::analyze);
    }

    /** Makes the analysis of a backtest that has just been run, when it is quick. */
    public void recorded(BacktestResult result) {
        if (result.equity().size() <= QUICK_BARS) {
            result.run().ifPresent(run -> analyze(run.value()));
        }
    }

    private void analyze(String id) {
        if (running.containsKey(id)) {
            return;
        }
        TaskHandle<Optional<AnalysisContent>> handle = tasks.start(
                TaskSpec.job(TEXTS.get("analyze.title")).from(PAGE), context -> make(new RunId(id), context));
        if (!handle.isEnded()) {
            running.put(id, handle);
        }
        handle.onEnd(_ -> running.remove(id));
        if (shown.equals(Optional.of(id))) {
            follow(id, handle);
        }
    }

    private Outcome<Optional<AnalysisContent>> make(RunId run, JobContext context) {
        return ports.analyze().run(run, AnalysisSettings.of(SEED), context).then(analysis -> content(run, analysis));
    }

    private Outcome<Optional<AnalysisContent>> content(RunId run, BacktestAnalysis analysis) {
        return ports.backtests().run(run).map(result -> Optional.of(Analyses.of(result, analysis)));
    }

    private void follow(String id, TaskHandle<Optional<AnalysisContent>> handle) {
        if (!handle.isEnded()) {
            state.set(new ScreenState.Loading<>(handle));
        }
        handle.onEnd(outcome -> {
            boolean newest = !(state.get() instanceof ScreenState.Loading<AnalysisContent>(TaskHandle<?> task))
                    || task.equals(handle);
            if (shown.equals(Optional.of(id)) && newest) {
                state.set(after(outcome));
            }
        });
    }

    private static ScreenState<AnalysisContent> after(Outcome<Optional<AnalysisContent>> outcome) {
        return switch (outcome) {
            case Outcome.Success<Optional<AnalysisContent>>(Optional<AnalysisContent> content) ->
                content.<ScreenState<AnalysisContent>>map(ScreenState.Content::new)
                        .orElseGet(ScreenState.Empty::new);
            case Outcome.Canceled<Optional<AnalysisContent>> _ -> new ScreenState.Empty<>();
            case Outcome.Failed<Optional<AnalysisContent>>(Failure failure) -> new ScreenState.Failed<>(failure);
        };
    }

    /** {@return what the regions show; empty when nobody analyzed the open backtest} */
    public ReadOnlyObjectProperty<ScreenState<AnalysisContent>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** {@return how the analysis stands, in a word} */
    public ObservableValue<Verdict> verdictProperty() {
        return state.map(AnalysisViewModel::verdict);
    }

    private static Verdict verdict(ScreenState<AnalysisContent> state) {
        return switch (state) {
            case ScreenState.Loading<AnalysisContent> _ ->
                new Verdict(TEXTS.get("verdict.loading"), Tone.MUTED, TEXTS.get("verdict.loading.what"));
            case ScreenState.Failed<AnalysisContent>(Failure failure) ->
                new Verdict(TEXTS.get("verdict.failed"), Tone.WARN, failure.sentence());
            case ScreenState.Empty<AnalysisContent> _ ->
                new Verdict(TEXTS.get("verdict.none"), Tone.MUTED, TEXTS.get("verdict.none.what"));
            case ScreenState.Content<AnalysisContent>(AnalysisContent content) -> verdict(content);
            case ScreenState.Partial<AnalysisContent> partial -> verdict(partial.data());
        };
    }

    private static Verdict verdict(AnalysisContent content) {
        if (content.findings().isEmpty()) {
            return new Verdict(TEXTS.get("verdict.clean"), Tone.OK, TEXTS.get("verdict.clean.what"));
        }
        boolean bad = content.findings().stream().anyMatch(finding -> finding.tone() == Tone.BAD);
        var details = new StringBuilder();
        content.findings()
                .forEach(finding -> details.append(details.isEmpty() ? "" : "\n")
                        .append(finding.title())
                        .append(": ")
                        .append(finding.sentence()));
        return new Verdict(
                Formats.count(content.findings().size(), TEXTS.get("verdict.alarm")),
                bad ? Tone.BAD : Tone.WARN,
                details.toString());
    }
}
