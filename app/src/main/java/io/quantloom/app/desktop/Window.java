package io.quantloom.app.desktop;

import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.check.CheckFeatures;
import io.quantloom.engine.dataset.check.Leak;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.tour.TourReport;
import io.quantloom.ui.Host;
import io.quantloom.ui.Ports;
import io.quantloom.ui.UseCases;
import io.quantloom.ui.Workstation;
import io.quantloom.ui.backtests.BacktestsPorts;
import io.quantloom.ui.features.FeaturesPorts;
import io.quantloom.ui.paper.StartBotViewModel;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.task.UiThread;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop on a workspace, from the first frame to the end. Used by the thread that waits for the end. */
final class Window implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final long LOOK_MILLIS = 100;
    private static final long LONGEST_GOODBYE_SECONDS = 2;

    private final Application application;
    private final long seed;
    private final Lanes lanes;
    private final UiThread ui = UiThread.javaFx();
    private final ClosableTasks tasks;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Workstation workstation;
    private final Stage stage;

    /**
     * Starts the toolkit, unless it runs, and shows the window.
     *
     * @param seed of the sample market and the loop on it
     */
    Window(Application application, long seed) {
        this.application = application;
        this.seed = seed;
        this.lanes = new Lanes(application.pool().executor());
        this.tasks = new ClosableTasks(new ExecutorTaskRunner(lanes.executors(), ui, InstantSource.system()));
        startToolkit();
        this.workstation = onScreen(() -> new Workstation(ports(), useCases(), host()));
        this.stage = onScreen(Stage::new);
        onScreen(() -> {
            workstation.showOn(stage);
            stage.setOnHidden(_ -> closed.complete(null));
            return true;
        });
        application.host().wrap(inner -> new DesktopCommandHost(inner, tasks, () -> ui.execute(workstation::raise)));
    }

    /** Makes the sample market in the background when there are no series at all. */
    void fillIfEmpty() {
        if (application.stores().bars().catalog().isEmpty()) {
            tasks.start(
                            TaskSpec.job("Load the sample market"),
                            context -> application.market().makeSampleMarket().run(seed, context))
                    .onEnd(_ -> {});
        }
    }

    /** Waits until the person closes the window, or the process is asked to end. */
    void awaitClosing(BooleanSupplier canceled) {
        while (true) {
            try {
                closed.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (canceled.getAsBoolean()) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Does something to the window on its thread and returns what came of it. */
    <T> T onWorkstation(Function<Workstation, T> action) {
        return onScreen(() -> action.apply(workstation));
    }

    /** {@return whether no background work is under way} */
    boolean isIdle() {
        return lanes.areIdle();
    }

    /** Cancels what is under way, waits for it, and remembers the window. */
    @Override
    public void close() {
        tasks.cancelAll();
        var remembered = new CompletableFuture<Boolean>();
        ui.execute(() -> {
            try {
                workstation.close();
                stage.hide();
            } finally {
                remembered.complete(true);
            }
        });
        try {
            // A process that is told to end may have lost its toolkit first: then there is nobody to wait for.
            remembered.get(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.info("The toolkit was gone before the window was closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        lanes.close();
    }

    private Ports ports() {
        var stores = application.stores();
        return new Ports(
                stores.bars(), stores.runs(), stores.studies(), stores.registry(), stores.bots(), stores.predictions());
    }

    private UseCases useCases() {
        TaskRunner.Work<TourReport> loop =
                context -> application.tour().takeTour().run(seed, context);
        var market = application.market();
        var trading = application.trading();
        return new UseCases(
                market.importBars(),
                market.makeSampleMarket(),
                market.deleteSeries(),
                new UseCases.Research(
                        application.backtests().runBacktest(),
                        look(),
                        application.registry().promoteModel(),
                        application.registry().rollBackModel()),
                training(),
                new UseCases.Trading(
                        trading.activeBots(),
                        new StartBotViewModel.Sessions(trading.startBot(), trading.runBot(), trading.replay()),
                        trading.reconcileBot()),
                application.tour().readChecklist()::run,
                loop);
    }

    private UseCases.Training training() {
        var training = application.training();
        var dataset = application.dataset();
        var predictions = application.predictions();
        return new UseCases.Training(
                training.file(),
                new FactoryJobs(training),
                new UseCases.Features(
                        dataset.sets()::all,
                        dataset.describeFeatures(),
                        (set, series, seed, context) -> dataset.checkFeatures()
                                .run(set, series, seed, context)
                                .map(Window::findings),
                        dataset.describeLabels()),
                new UseCases.Pool(
                        predictions.models()::all,
                        predictions.predictBatch()::run,
                        (prediction, context) -> application
                                .registry()
                                .explainModel()
                                .answer(
                                        ModelRef.ofVersion(prediction.model(), prediction.version()),
                                        prediction.inputs(),
                                        new Seeds(seed),
                                        context)));
    }

    private static List<FeaturesPorts.Finding> findings(CheckFeatures.Report report) {
        return report.columns().stream()
                .map(column -> new FeaturesPorts.Finding(
                        column.name(), column.leak().map(Leak::sentence).orElse(""), column.defined()))
                .toList();
    }

    private BacktestsPorts.Look look() {
        var backtests = application.backtests();
        return new BacktestsPorts.Look(
                backtests.loadBacktest(),
                backtests.evidence().loadAnalysis(),
                backtests.evidence().analyze(),
                backtests.loadGrid(),
                backtests.evidence().compare(),
                backtests.evidence().report());
    }

    private Host host() {
        return new Host(
                tasks,
                ui,
                application.events(),
                InstantSource.system(),
                new UiStateFile(application.folder()),
                application.folder().toString(),
                Optional.empty());
    }

    private <T> T onScreen(Supplier<T> action) {
        var result = new CompletableFuture<T>();
        ui.execute(() -> {
            try {
                result.complete(action.get());
            } catch (RuntimeException | LinkageError e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    /** Starts the toolkit unless it runs; {@link UnsupportedOperationException} where the system lacks what it needs. */
    static void startToolkit() {
        try {
            // The process ends when the last command does, not when the last window closes.
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException alreadyRunning) {
            Platform.setImplicitExit(false);
        }
    }
}
