package io.quantloom.ui.home;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.Experiment;
import io.quantloom.engine.experiment.ExperimentId;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from the stores what Home shows; runs in the background. */
final class ReadHome {

    private static final int SHOWN_RUNS = 12;
    private static final int READ_RUNS = 5_000;
    private static final int TREND = 400;
    private static final int MOST_ATTENTION = 6;

    private final HomePorts ports;
    private final Texts texts = Texts.of("home");
    private final HomeSteps steps = new HomeSteps();

    ReadHome(HomePorts ports) {
        this.ports = ports;
    }

    Outcome<HomeContent> run(JobContext context) {
        context.report(new Progress(texts.get("reading.data"), 0.1));
        List<CatalogEntry> catalog = ports.bars().catalog();
        context.report(new Progress(texts.get("reading.runs"), 0.3));
        List<Run> shown = withoutEndedParents(ports.runs().search(newestRuns()));
        context.report(new Progress(texts.get("reading.models"), 0.6));
        List<RegisteredModel> models = ports.registry().models();
        Optional<ModelVersion> champion = first(models, Alias.CHAMPION);
        Optional<ModelVersion> challenger = first(models, Alias.CHALLENGER);
        List<BotRecord> bots = ports.bots().bots();
        if (context.isCanceled()) {
            return Outcome.canceled();
        }
        context.report(new Progress(texts.get("reading.champion"), 0.8));
        List<HomeContent.Tile> tiles = List.of(
                paper(bots), model("tile.champion", champion), model("tile.challenger", challenger), data(catalog));
        String synthetic = catalog.stream()
                .flatMap(entry -> entry.instrument().synthetic().stream())
                .findFirst()
                .orElse("");
        return Outcome.success(new HomeContent(
                steps.of(ports.tour().checklist().get()),
                tiles,
                rows(shown),
                shown.size(),
                attention(shown, bots, challenger),
                champion.flatMap(this::equity),
                synthetic));
    }

    private static RunQuery newestRuns() {
        return new RunQuery(List.of(), List.of(), Optional.empty(), Optional.empty(), READ_RUNS);
    }

    /** A parent that ended says nothing its children do not say better; one that runs or broke off does. */
    private static List<Run> withoutEndedParents(List<Run> runs) {
        Set<RunId> parents = runs.stream().flatMap(run -> run.parent().stream()).collect(Collectors.toSet());
        return runs.stream()
                .filter(run -> run.status() != RunStatus.FINISHED || !parents.contains(run.id()))
                .toList();
    }

    private Optional<ModelVersion> first(List<RegisteredModel> models, String alias) {
        for (RegisteredModel model : models) {
            OptionalInt version = model.version(alias);
            if (version.isPresent()) {
                return ports.registry().version(model.name(), version.getAsInt());
            }
        }
        return Optional.empty();
    }

    private HomeContent.Tile paper(List<BotRecord> bots) {
        Optional<BotRecord> shown = bots.stream()
                .filter(bot -> bot.state() == BotRecord.State.RUNNING)
                .findFirst()
                .or(() -> bots.stream().findFirst());
        if (shown.isEmpty()) {
            return none("tile.paper", new Destination.Paper(Optional.empty()));
        }
        BotRecord bot = shown.get();
        String name = bot.spec().name();
        long count = ports.bots().stepCount(name);
        List<BotStep> steps = ports.bots().steps(name, Math.max(0, count - TREND));
        double equity = steps.isEmpty() ? Double.NaN : steps.getLast().equity();
        List<Double> trend = steps.stream().map(BotStep::equity).toList();
        boolean runs = bot.state() == BotRecord.State.RUNNING;
        return new HomeContent.Tile(
                texts.get("tile.paper"),
                Formats.decimal(equity, 2),
                name + " · " + texts.get("bot." + bot.state()),
                runs ? texts.get("tile.live") : "",
                Tone.OK,
                trend,
                new Destination.Paper(Optional.of(name)));
    }

    private HomeContent.Tile model(String key, Optional<ModelVersion> version) {
        if (version.isEmpty()) {
            return none(key, new Destination.Registry(Optional.empty(), OptionalInt.empty()));
        }
        ModelVersion found = version.get();
        double sharpe = found.metrics().getOrDefault("sharpe_ratio", Double.NaN);
        long passed = found.gates().stream().filter(gate -> gate.passed()).count();
        boolean gated = found.isGated();
        return new HomeContent.Tile(
                texts.get(key),
                found.model() + " v" + found.version(),
                texts.get("tile.sharpe", Formats.decimal(sharpe, 2)),
                found.gates().isEmpty()
                        ? texts.get("tile.ungated")
                        : texts.get("tile.gates", passed, found.gates().size()),
                gated ? Tone.OK : Tone.WARN,
                List.of(),
                new Destination.Registry(Optional.of(found.model()), OptionalInt.of(found.version())));
    }

    private HomeContent.Tile data(List<CatalogEntry> catalog) {
        if (catalog.isEmpty()) {
            return none("tile.data", new Destination.Data(Optional.empty()));
        }
        long instruments =
                catalog.stream().map(entry -> entry.key().symbol()).distinct().count();
        long bars = catalog.stream().mapToLong(CatalogEntry::rows).sum();
        CatalogEntry newest = catalog.stream()
                .max(java.util.Comparator.comparing(CatalogEntry::last))
                .orElseThrow();
        return new HomeContent.Tile(
                texts.get("tile.data"),
                Formats.count(instruments, "instrument"),
                texts.get("tile.newest", Formats.minute(newest.last())),
                texts.get("tile.bars", Formats.compact((double) bars)),
                Tone.NEUTRAL,
                List.of(),
                new Destination.Data(Optional.empty()));
    }

    private HomeContent.Tile none(String key, Destination destination) {
        return new HomeContent.Tile(
                texts.get(key), Formats.ABSENT, texts.get(key + ".none"), "", Tone.MUTED, List.of(), destination);
    }

    private List<HomeContent.RunRow> rows(List<Run> runs) {
        Map<ExperimentId, String> experiments = new HashMap<>();
        for (Experiment experiment : ports.runs().experiments()) {
            experiments.put(experiment.id(), experiment.name());
        }
        return runs.stream()
                .limit(SHOWN_RUNS)
                .map(run -> row(run, experiments.getOrDefault(run.experiment(), "")))
                .toList();
    }

    private HomeContent.RunRow row(Run run, String experiment) {
        String icon = switch (run.status()) {
            case RUNNING -> "loader";
            case FINISHED -> "check";
            case FAILED -> "x-octagon";
            case KILLED -> "slash";
            case INTERRUPTED -> "alert-triangle";
        };
        return new HomeContent.RunRow(
                run.id().value(),
                icon,
                tone(run.status()),
                texts.get("run." + run.status()),
                run.name(),
                experiment,
                run.tag(Tags.LEARNER).orElse(""),
                run.metric("sharpe_ratio").orElse(Double.NaN),
                run.metric("max_drawdown").orElse(Double.NaN),
                run.metric("trades").orElse(Double.NaN),
                run.started().toEpochMilli());
    }

    private static Tone tone(RunStatus status) {
        return switch (status) {
            case RUNNING -> Tone.ACCENT;
            case FINISHED -> Tone.OK;
            case FAILED -> Tone.BAD;
            case KILLED -> Tone.MUTED;
            case INTERRUPTED -> Tone.WARN;
        };
    }

    private List<HomeContent.Attention> attention(
            List<Run> runs, List<BotRecord> bots, Optional<ModelVersion> challenger) {
        List<HomeContent.Attention> found = new ArrayList<>();
        for (BotRecord bot : bots) {
            if (bot.state() == BotRecord.State.HALTED) {
                found.add(new HomeContent.Attention(
                        Tone.BAD,
                        texts.get("attention.halted", bot.spec().name()),
                        bot.note(),
                        texts.get("attention.open"),
                        new Destination.Paper(Optional.of(bot.spec().name()))));
            }
        }
        challenger.ifPresent(version -> found.add(new HomeContent.Attention(
                Tone.ACCENT,
                texts.get("attention.challenger", version.model(), version.version()),
                texts.get(version.isGated() ? "attention.gated" : "attention.ungated"),
                texts.get("attention.review"),
                new Destination.Registry(Optional.of(version.model()), OptionalInt.of(version.version())))));
        for (Run run : runs) {
            boolean refused = run.tag(Tags.GATE).filter("refused"::equals).isPresent();
            boolean broken = run.status() == RunStatus.FAILED || run.status() == RunStatus.INTERRUPTED;
            if (refused || broken) {
                found.add(new HomeContent.Attention(
                        broken ? Tone.BAD : Tone.WARN,
                        texts.get(refused ? "attention.refused" : "attention." + run.status(), run.name()),
                        run.tag(Tags.REASON).orElse(Formats.minute(run.started()) + " UTC"),
                        texts.get("attention.open"),
                        new Destination.Experiments(List.of(run.id()))));
            }
        }
        return found.subList(0, Math.min(MOST_ATTENTION, found.size()));
    }

    /** The holdout curve that the champion was gated with; none when its run keeps no backtest. */
    private Optional<HomeContent.Equity> equity(ModelVersion version) {
        if (!(ports.backtests().run(version.run()) instanceof Outcome.Success<BacktestResult>(BacktestResult result))
                || result.equity().size() == 0) {
            return Optional.empty();
        }
        EquityCurve curve = result.equity();
        String name = version.model() + " v" + version.version();
        EquityChart.Content content = EquityChart.Content.of(
                        version.run().value(), curve.times(), result.synthetic().orElse(""))
                .withSubject(name, curve.values());
        if (result.outOfSampleFrom().isPresent()) {
            long from = result.outOfSampleFrom().getAsLong();
            int point = 0;
            while (point < curve.size() && curve.time(point) < from) {
                point++;
            }
            content = point > 0 ? content.withOutOfSampleFrom(point) : content;
        }
        return Optional.of(new HomeContent.Equity(name, content));
    }
}
