package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.window.UiStateStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/** Opens the window on a page and writes it as a picture in both themes to {@code target/shots}. */
final class PageShots {

    private static final Path FOLDER = Path.of("target", "shots");
    private static final int FEWEST_COLOURS = 12;
    private static final javafx.util.Duration SETTLE = javafx.util.Duration.millis(250);

    private final FxRobot robot;
    private final Stage stage;
    private final Executor background;
    private Theme[] themes = Theme.values();

    PageShots(FxRobot robot, Stage stage, Executor background) {
        this.robot = robot;
        this.stage = stage;
        this.background = background;
    }

    /** The clock, the hub and the use cases behind a window. */
    record Desk(Workbench bench, Supplier<UseCases> useCases) {}

    /** What to do with a window before its picture is taken. */
    @FunctionalInterface
    interface Preparation {
        void prepare(Shot shot) throws Exception;
    }

    /** From now on pictures are written in these. */
    void themes(Theme... now) {
        themes = now.clone();
    }

    void shoot(String name, Ports ports, Desk desk, Preparation prepare) throws Exception {
        Shot shot = window(ports, desk);
        robot.interact(() -> shot.station().showOn(stage));
        prepare.prepare(shot);
        shot.settle();
        write(shot, name);
        robot.interact(() -> shot.station().close());
    }

    Shot window(Ports ports, Desk desk) {
        return new Shot(ports, desk);
    }

    /** In the themes of all pictures, both unless somebody said otherwise. */
    void write(Shot shot, String name) throws Exception {
        write(shot, name, themes);
    }

    /** In the themes given: not each side of a page needs both. */
    void write(Shot shot, String name, Theme... only) throws Exception {
        for (Theme theme : only) {
            robot.interact(() -> shot.station().theme(theme));
            Path file = FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            CountDownLatch written = new CountDownLatch(1);
            Platform.runLater(() -> Snapshots.write(stage.getScene(), file, SETTLE, written::countDown));
            assertThat(written.await(20, TimeUnit.SECONDS)).as(name).isTrue();
            assertThat(colours(file)).as(file.toString()).isGreaterThan(FEWEST_COLOURS);
        }
    }

    /** One window. */
    final class Shot {
        private final Workstation[] made = new Workstation[1];

        private Shot(Ports ports, Desk desk) {
            var tasks =
                    new ExecutorTaskRunner(TaskLane.Executors.all(background), UiThread.javaFx(), desk.bench().clock);
            Host host = new Host(
                    tasks,
                    UiThread.javaFx(),
                    desk.bench().events,
                    desk.bench().clock,
                    UiStateStore.inMemory(),
                    "research-2026",
                    Optional.empty());
            robot.interact(
                    () -> made[0] = new Workstation(ports, desk.useCases().get(), host));
        }

        Workstation station() {
            return made[0];
        }

        void open(Destination destination) {
            robot.interact(() -> made[0].open(destination));
        }

        /** Gives loads and charts their time. */
        void settle() throws InterruptedException {
            CountDownLatch settled = new CountDownLatch(1);
            UiThread.javaFx().executeAfter(Duration.ofMillis(350), settled::countDown);
            assertThat(settled.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Stores whose disk does not answer, but for prices. */
    static Ports broken(BarStore bars) {
        return new Ports(
                bars,
                broken(RunStore.class),
                broken(StudyStore.class),
                broken(RegistryStore.class),
                broken(BotStore.class),
                broken(PredictionStore.class));
    }

    static <T> T broken(Class<T> store) {
        return store.cast(Proxy.newProxyInstance(
                PageShots.class.getClassLoader(), new Class<?>[] {store}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                            case "hashCode" -> 1;
                            default -> "broken";
                        };
                    }
                    throw new StoreException(Failure.of(
                            Failure.Reason.UNAVAILABLE,
                            "the store of the workspace",
                            "a disk that does not answer",
                            "/data/quantloom.mv.db",
                            "check the disk, then try again"));
                }));
    }

    /** Different colors on a grid over the page: a blank one has few. */
    private static int colours(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1280, 780);
        Set<Integer> found = new HashSet<>();
        for (int x = 90; x < image.getWidth(); x += 3) {
            for (int y = 56; y < image.getHeight() - 32; y += 3) {
                found.add(image.getRGB(x, y));
            }
        }
        return found.size();
    }
}
