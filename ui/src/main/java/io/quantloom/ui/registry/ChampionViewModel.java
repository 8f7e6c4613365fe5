package io.quantloom.ui.registry;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.registry.Alias;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.curve.Curve;
import io.quantloom.ui.curve.Curves;
import io.quantloom.ui.registry.ChampionComparison.Delta;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Subscription;

/** The version looked at beside the Champion; the Champion itself beside the one before it. */
public final class ChampionViewModel {

    private static final Texts TEXTS = Texts.of("registry");
    private static final List<String> METRICS = List.of(
            "sharpe_ratio",
            "total_return",
            "max_drawdown",
            "win_rate",
            "profit_factor",
            "trades",
            "sortino_ratio",
            "calmar_ratio",
            "probabilistic_sharpe",
            "exposure",
            "fees");

    private final LoadBacktest loadBacktest;
    private final VersionsViewModel versions;
    private final Loader<ChampionComparison> loader;
    private Subscription subscription = Subscription.EMPTY;

    // A recorded result never changes: those of the two versions on the screen are kept.
    private final TreeMap<String, BacktestResult> known = new TreeMap<>();

    /** Takes the use case and the versions it follows; starts nothing. */
    public ChampionViewModel(LoadBacktest loadBacktest, TaskRunner tasks, VersionsViewModel versions) {
        this.loadBacktest = loadBacktest;
        this.versions = versions;
        this.loader = new Loader<>(tasks, _ -> false);
    }

    /** Follows the version looked at. */
    public void attach() {
        // The Champion may move while another version is looked at.
        subscription = Subscription.combine(
                versions.selectedProperty().subscribe(_ -> load()),
                versions.stateProperty().subscribe((_, _) -> load()));
    }

    /** Follows nothing any more. */
    public void detach() {
        subscription.unsubscribe();
    }

    /** Compares again. */
    public void load() {
        Optional<VersionRow> selected = versions.selectedProperty().get();
        Optional<ModelPage> page = versions.stateProperty().get().shown();
        if (selected.isEmpty() || page.isEmpty()) {
            loader.clear();
            return;
        }
        VersionRow subject = selected.get();
        Optional<VersionRow> other = page.get()
                .withAlias(subject.aliases().contains(Alias.CHAMPION) ? Alias.PREVIOUS : Alias.CHAMPION)
                .filter(row -> row.number() != subject.number());
        loader.loadPartial(TEXTS.get("load.comparison"), _ -> Outcome.success(compare(subject, other)));
    }

    private Partial<ChampionComparison> compare(VersionRow subject, Optional<VersionRow> other) {
        var failures = new ArrayList<Failure>();
        Optional<BacktestResult> own = result(subject, failures);
        Optional<BacktestResult> others = other.flatMap(row -> result(row, failures));
        synchronized (known) {
            known.keySet()
                    .removeIf(run -> !run.equals(subject.source().run())
                            && other.filter(row -> row.source().run().equals(run))
                                    .isEmpty());
        }
        var comparison = new ChampionComparison(
                name(subject),
                other.map(ChampionViewModel::name).orElse(""),
                own.map(result -> equity(subject, result, other, others)),
                deltas(subject, other));
        return new Partial<>(comparison, failures);
    }

    private Optional<BacktestResult> result(VersionRow row, List<Failure> failures) {
        String run = row.source().run();
        synchronized (known) {
            BacktestResult result = known.get(run);
            if (result != null) {
                return Optional.of(result);
            }
        }
        return switch (loadBacktest.run(new RunId(run))) {
            case Outcome.Success<BacktestResult>(BacktestResult result) -> {
                synchronized (known) {
                    known.put(run, result);
                }
                yield Optional.of(result);
            }
            case Outcome.Failed<BacktestResult>(Failure failure) -> {
                failures.add(failure);
                yield Optional.empty();
            }
            case Outcome.Canceled<BacktestResult> _ -> Optional.empty();
        };
    }

    private static EquityChart.Content equity(
            VersionRow subject, BacktestResult own, Optional<VersionRow> other, Optional<BacktestResult> others) {
        var curves = new ArrayList<Curve>();
        curves.add(Curve.ofAccount(name(subject), own.equity()));
        other.ifPresent(row -> others.ifPresent(result -> curves.add(Curve.ofAccount(name(row), result.equity()))));
        Curves aligned = Curves.align(curves);
        String key = subject.model() + " " + aligned.name(0) + (aligned.count() > 1 ? aligned.name(1) : "");
        var content = EquityChart.Content.of(
                        key, aligned.times(), own.synthetic().orElse(""))
                .withSubject(aligned.name(0), aligned.values(0));
        if (aligned.count() > 1) {
            content = content.withLine(ChartLine.of(aligned.name(1), "muted", aligned.values(1)));
        }
        return own.outOfSampleFrom().isPresent()
                ? content.withOutOfSampleFrom(
                        aligned.firstAtOrAfter(own.outOfSampleFrom().getAsLong()))
                : content;
    }

    private static String name(VersionRow row) {
        return row.aliases().isEmpty()
                ? row.label()
                : row.label() + " " + row.aliases().getFirst();
    }

    private static List<Delta> deltas(VersionRow subject, Optional<VersionRow> other) {
        return METRICS.stream()
                .filter(key -> !Double.isNaN(subject.metric(key)))
                .map(key -> delta(
                        key,
                        subject.metric(key),
                        other.map(row -> row.metric(key)).orElse(Double.NaN)))
                .toList();
    }

    private static Delta delta(String key, double now, double before) {
        StatisticText text = StatisticText.of(key);
        double size = Math.max(Math.abs(now), Math.abs(before));
        double share = Double.isNaN(before) || size == 0 ? 0 : Math.abs(now - before) / size;
        return new Delta(
                text.label(),
                text.formula(),
                text.format(before),
                text.format(now),
                text.formatChange(before, now),
                share * text.compareGoodness(now, before));
    }

    /** {@return what the region shows; partial when a run recorded no backtest} */
    public ReadOnlyObjectProperty<ScreenState<ChampionComparison>> stateProperty() {
        return loader.stateProperty();
    }
}
