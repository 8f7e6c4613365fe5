package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.registry.Transition;
import io.quantloom.ui.chart.figure.PointChart;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.window.UiStateStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does on the research pages, in a real window over stores in memory. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
@ExtendWith(ApplicationExtension.class)
class ResearchFlowTest {

    private static final int DEADLINE_SECONDS = 20;
    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();

    private final ResearchSample sample = ResearchSample.full();

    @TempDir
    private Path folder;

    private Stage stage;
    private Workstation station;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            var tasks = new ExecutorTaskRunner(
                    TaskLane.Executors.all(BACKGROUND), UiThread.javaFx(), InstantSource.system());
            station = new Workstation(
                    sample.ports(),
                    sample.useCases(),
                    new Host(
                            tasks,
                            UiThread.javaFx(),
                            sample.bench.events,
                            sample.bench.clock,
                            UiStateStore.inMemory(),
                            "flow",
                            Optional.of(new ToFolder(folder))));
            station.showOn(stage);
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> station.close());
    }

    @AfterAll
    static void stop() {
        BACKGROUND.shutdown();
    }

    @Test
    void aTradeIsWalkedToByKeyAndTheChartFollows(FxRobot robot) throws Exception {
        go(robot, Destination.of(Page.BACKTESTS));
        TableView<?> trades = table(robot, "#backtests-trades");
        await(() -> trades.getSelectionModel().getSelectedIndex() == 0);
        String first = title(robot);

        robot.interact(trades::requestFocus);
        robot.write("[[");

        await(() -> trades.getSelectionModel().getSelectedIndex() == 2);
        assertThat(title(robot)).isNotEqualTo(first).startsWith("Trade ");
        robot.clickOn("#backtests-next");
        await(() -> trades.getSelectionModel().getSelectedIndex() == 1);
    }

    @Test
    void aBacktestIsRunFromTheFormAndOpened(FxRobot robot) throws Exception {
        go(robot, Destination.of(Page.BACKTESTS));
        fire(robot, "#page-action");
        await(() -> !button(robot, "#backtests-run").isDisabled());
        robot.interact(
                () -> robot.lookup("#backtests-slow").<TextInputControl>query().setText("33"));

        fire(robot, "#backtests-run");

        await(() -> robot.lookup("#modal").tryQuery().isEmpty());
        await(() -> labels(robot, "sma-cross 10/33 long-short"));
        await(() -> robot.lookup("#backtests-verdict").<Label>query().getText().matches("no alarm|\\d+ alarms?"));
    }

    @Test
    void aDotIsClickedAndItsTradeIsSelectedAndTheSideIsRemembered(FxRobot robot) throws Exception {
        go(robot, Destination.of(Page.BACKTESTS));
        await(() -> robot.lookup("#backtests-tab-trades").tryQuery().isPresent());
        robot.clickOn("#backtests-tab-trades");
        TableView<?> trades = table(robot, "#backtests-all-trades");
        PointChart dots = robot.lookup("#backtests-scatter").query();
        await(() -> trades.getSelectionModel().getSelectedIndex() == 0 && dots.getHeight() > 100);

        // The highest dot stands alone.
        int lone = IntStream.range(0, trades.getItems().size())
                .boxed()
                .min(Comparator.comparingDouble(dots::pixelY))
                .orElseThrow();
        assertThat(lone).isNotZero();
        robot.clickOn(dots.localToScreen(dots.pixelX(lone), dots.pixelY(lone)));

        await(() -> trades.getSelectionModel().getSelectedIndex() == lone);
        assertThat(station.shell().memory().text("backtests.tab", "")).isEqualTo("trades");
    }

    @Test
    void aReportIsWrittenWhereThePersonWantsIt(FxRobot robot) throws Exception {
        go(robot, Destination.of(Page.BACKTESTS));
        await(() -> robot.lookup("#backtests-export").tryQuery().isPresent());
        MenuButton menu = robot.lookup("#backtests-export").query();

        robot.interact(() -> menu.getItems().getFirst().fire());

        Path page = folder.resolve("report.html");
        await(() -> Files.exists(page) && labels(robot, "Report written"));
        assertThat(Files.readString(page)).contains("<h1>sma-cross").doesNotContain("http");
    }

    @Test
    void aFailingVersionCannotBePromotedButItsRefusalIsRecorded(FxRobot robot) throws Exception {
        go(robot, new Destination.Registry(Optional.of(ResearchSample.MODEL), OptionalInt.of(3)));
        await(() -> button(robot, "#registry-promote").getText().contains("v3"));
        fire(robot, "#registry-promote");
        robot.interact(
                () -> robot.lookup("#registry-reason").<TextInputControl>query().setText("I insist"));
        assertThat(button(robot, "#registry-confirm").isDisabled()).isTrue();

        fire(robot, "#registry-refuse");

        await(() -> robot.lookup("#registry-message").<Label>query().getText().startsWith("v3 was refused"));
        assertThat(sample.bench
                        .registry
                        .history(ResearchSample.MODEL)
                        .getFirst()
                        .kind())
                .isEqualTo(Transition.Kind.REFUSED);
    }

    @Test
    void aPassingVersionIsPromotedWithAReason(FxRobot robot) throws Exception {
        go(robot, new Destination.Registry(Optional.of(ResearchSample.MODEL), OptionalInt.of(4)));
        await(() -> button(robot, "#registry-promote").getText().contains("v4"));
        fire(robot, "#registry-promote");
        assertThat(button(robot, "#registry-confirm").isDisabled()).isTrue();
        robot.interact(
                () -> robot.lookup("#registry-reason").<TextInputControl>query().setText("better"));

        fire(robot, "#registry-confirm");

        await(() -> sample.bench
                        .registry
                        .model(ResearchSample.MODEL)
                        .orElseThrow()
                        .version("Champion")
                        .orElse(0)
                == 4);
        await(() -> labels(robot, "v4 promoted to Champion by desktop, 3 of 3 gates"));
    }

    @Test
    void aRunIsChosenBySpaceAndAFilterShowsHowManyPass(FxRobot robot) throws Exception {
        go(robot, Destination.of(Page.EXPERIMENTS));
        TableView<?> runs = table(robot, "#experiments-runs");
        await(() -> runs.getItems().size() == 53);
        TableView<?> comparison = table(robot, "#experiments-comparison");
        await(() -> comparison.getColumns().size() == 5);
        robot.interact(() -> {
            runs.requestFocus();
            runs.getSelectionModel().select(10);
        });

        robot.push(KeyCode.SPACE);
        await(() -> comparison.getColumns().size() == 6);
        robot.interact(() -> robot.lookup("#experiments-filter")
                .<TextInputControl>query()
                .setText("tags.quantloom.gate = 'refused'"));

        await(() -> robot.lookup("#experiments-counts").<Label>query().getText().equals("2 of 53 runs shown"));
    }

    @Test
    void aBotWhoseModelIsGoneTellsSoInTheForm(FxRobot robot) throws Exception {
        sample.modelsGone = true;
        go(robot, Destination.of(Page.PAPER));
        fire(robot, "#page-action");
        await(() -> !button(robot, "#paper-start").isDisabled());

        fire(robot, "#paper-start");

        await(() -> robot.lookup("#paper-failure").<Label>query().getText().contains("a model file"));
    }

    @Test
    void aNewBotTradesToTheEndOfItsBarsAsItsTwinDoes(FxRobot robot) throws Exception {
        go(robot, Destination.of(Page.PAPER));
        fire(robot, "#page-action");
        await(() -> !button(robot, "#paper-start").isDisabled());

        fire(robot, "#paper-start");

        await(() -> labels(robot, "Ended"));
        await(() -> robot.lookup("#paper-twin").<Label>query().getText().equals("twin equal"));
        long bars = sample.bench.bots.stepCount("vega-hourly-paper");
        assertThat(bars).isGreaterThan(250);
        assertThat(table(robot, "#paper-decisions").getItems()).hasSize((int) bars);
        assertThat(table(robot, "#paper-fills").getItems()).isNotEmpty();
    }

    @Test
    void aRegisteredModelIsBacktestedOnBarsItDidNotSee(FxRobot robot) throws Exception {
        go(robot, Destination.of(Page.BACKTESTS));
        fire(robot, "#page-action");
        await(() -> !button(robot, "#backtests-run").isDisabled());
        robot.interact(() -> robot.lookup("#backtests-strategy .toggle-button")
                .nth(1)
                .<ToggleButton>query()
                .fire());

        fire(robot, "#backtests-run");

        await(() -> robot.lookup("#modal").tryQuery().isEmpty());
        await(() -> labels(robot, "models:/vega-hourly@Challenger"));
    }

    /** A person who always answers with the same file. */
    private record ToFolder(Path folder) implements FileDialogs {
        @Override
        public List<Path> open(String title, FileKind kind) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, FileKind kind) {
            return Optional.of(
                    folder.resolve("report" + kind.patterns().getFirst().substring(1)));
        }
    }

    private void go(FxRobot robot, Destination destination) {
        robot.interact(() -> station.open(destination));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> button(robot, id).fire());
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }

    private static TableView<?> table(FxRobot robot, String id) throws Exception {
        await(() -> robot.lookup(id).tryQuery().isPresent());
        return robot.lookup(id).query();
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".panel-title").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .filter(text -> text.startsWith("Trade "))
                .filter(text -> !text.equals("Trade returns"))
                .findFirst()
                .orElse("");
    }

    private static boolean labels(FxRobot robot, String text) {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> text.equals(label.getText()));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                DEADLINE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }
}
