package io.quantloom.ui.shell.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.palette.PaletteObject;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.theme.Theme;
import io.quantloom.ui.theme.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window with pages that only write down what happens to them. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ShellTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:03:11Z");

    private final List<String> events = new ArrayList<>();
    private final StringProperty whyNot = new SimpleStringProperty("");
    private final UiStateStore state = UiStateStore.inMemory();
    private ExecutorService background;
    private ExecutorTaskRunner tasks;
    private Shell shell;
    private Stage stage;

    @BeforeEach
    void takeTheFocus(FxRobot robot) throws Exception {
        robot.interact(() -> stage.requestFocus());
        await(() -> stage.isFocused());
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> shell.close());
        background.shutdownNow();
    }

    @Start
    void start(Stage shown) {
        background = Executors.newVirtualThreadPerTaskExecutor();
        stage = shown;
        tasks = new ExecutorTaskRunner(TaskLane.Executors.all(background), UiThread.javaFx(), InstantSource.fixed(NOW));
        shell = make();
        shell.showOn(stage);
    }

    private Shell make() {
        Shell made = new Shell(new Shell.Spec(
                tasks,
                UiThread.javaFx(),
                InstantSource.fixed(NOW),
                state,
                "research",
                () -> new ShellStatus("Sample market, seed 42", 1),
                () -> List.of(new PaletteObject("package", "btc-hourly", "model", Destination.of(Page.REGISTRY)))));
        Map<Page, Supplier<Screen>> pages = new EnumMap<>(Page.class);
        for (Page page : List.of(Page.HOME, Page.DATA, Page.REGISTRY)) {
            pages.put(page, () -> new Written(page));
        }
        made.screens(pages);
        return made;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void keysOpenPagesAndEachIsAttachedOnceAndDetachedWhenLeft(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        robot.push(KeyCode.ALT, KeyCode.LEFT);

        assertThat(events)
                .containsExactly(
                        "home attached",
                        "home detached",
                        "data attached",
                        "data detached",
                        "registry attached",
                        "registry detached",
                        "data attached");
        assertThat(robot.lookup("#header-page").<Labeled>query().getText()).isEqualTo("Data");
        assertThat(robot.lookup("#nav-data").query().getPseudoClassStates().toString())
                .contains("selected");
    }

    @Test
    void onlyPagesThatExistAreOnTheRail(FxRobot robot) {
        assertThat(robot.lookup(".rail-item").<Node>queryAll())
                .extracting(Node::getId)
                .containsExactly("nav-home", "nav-data", "nav-registry");
    }

    @Test
    void thePrimaryActionRunsByKeyAndNotWhileThereIsAReason(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.interact(() -> whyNot.set("already running"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(events).containsExactly("home attached", "home done");
        assertThat(robot.lookup("#page-action").<Button>query().isDisabled()).isTrue();
    }

    @Test
    void refreshAndThemeHaveTheirKeys(FxRobot robot) {
        robot.push(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);

        assertThat(events).contains("home refreshed");
        assertThat(stage.getScene().getProperties()).containsEntry(Tokens.class, Theme.LIGHT.tokens());
    }

    @Test
    void thePaletteFindsCommandsAndObjectsAndEscapeClosesIt(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("go reg");
        robot.push(KeyCode.ENTER);
        assertThat(events).contains("registry attached");

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> robot.lookup("#palette-field").tryQuery().isPresent());
        robot.write("btc");
        await(() -> robot.lookup("btc-hourly").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        assertThat(events.getLast()).isEqualTo("registry attached");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
    }

    @Test
    void aRunningJobShowsInTheStatusBarUntilItIsCanceled(FxRobot robot) throws Exception {
        List<TaskHandle<Integer>> handles = new ArrayList<>();
        robot.interact(() -> handles.add(tasks.start(TaskSpec.job("Study btc"), ShellTest::untilCanceled)));
        await(() -> robot.lookup("#status-cancel").tryQuery().isPresent());
        assertThat(robot.lookup("Study btc").tryQuery()).isPresent();

        robot.clickOn("#status-cancel");

        await(() -> robot.lookup("#status-cancel").tryQuery().isEmpty());
        assertThat(handles.getFirst().stateProperty().get())
                .isEqualTo(new TaskHandle.State.Ended<>(Outcome.<Integer>canceled()));
        assertThat(robot.lookup("#status-unseen").<Labeled>query().getText()).isEqualTo("1");
    }

    private static Outcome<Integer> untilCanceled(JobContext context) {
        context.report(new Progress("trial 3 of 9", 0.3));
        while (!context.isCanceled()) {
            Thread.onSpinWait();
        }
        return Outcome.canceled();
    }

    @Test
    void aNoticeComesUpAsAToastAndStaysUnderTheBell(FxRobot robot) {
        robot.interact(() -> shell.notifications().post(Notice.of(Tone.BAD, "Import failed", "line 3")));
        assertThat(robot.lookup("#toast").tryQuery()).isPresent();

        robot.clickOn("#toast-close");
        assertThat(robot.lookup("#toast").tryQuery()).isEmpty();
        robot.clickOn("#status-bell");

        assertThat(robot.lookup("#notices .label").<Labeled>queryAll())
                .extracting(Labeled::getText)
                .contains("Import failed", "line 3");
        assertThat(robot.lookup("#status-unseen").query().isVisible()).isFalse();
    }

    @Test
    void whatDestroysIsNotWhatEnterDoes(FxRobot robot) {
        List<String> answers = new ArrayList<>();
        robot.interact(() -> shell.modals()
                .confirm(
                        new Dialogs.Confirmation("Delete?", "3 runs", "Delete runs", true),
                        () -> answers.add("deleted")));
        robot.push(KeyCode.ENTER);
        assertThat(shell.modals().isOpen()).isFalse();
        assertThat(answers).isEmpty();

        robot.interact(() -> shell.modals()
                .confirm(
                        new Dialogs.Confirmation("Delete?", "3 runs", "Delete runs", true),
                        () -> answers.add("deleted")));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.clickOn("#modal-confirm");

        assertThat(answers).containsExactly("deleted");
        assertThat(events).doesNotContain("data attached");
    }

    @Test
    void theWindowIsRememberedForTheNextStart(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        robot.interact(() -> {
            shell.memory().put("divider.data.list", 0.3);
            shell.close();
            shell = make();
            shell.showOn(stage);
        });

        assertThat(robot.lookup("#header-page").<Labeled>query().getText()).isEqualTo("Data");
        assertThat(stage.getScene().getProperties()).containsEntry(Tokens.class, Theme.LIGHT.tokens());
        assertThat(shell.memory().number("divider.data.list", 0.5)).isEqualTo(0.3);
    }

    @Test
    void everythingThatTakesTheFocusHasAName(FxRobot robot) {
        List<Node> nameless = new ArrayList<>();
        robot.interact(() -> collect(stage.getScene().getRoot(), nameless));

        assertThat(nameless).isEmpty();
    }

    private static void collect(Node node, List<Node> nameless) {
        boolean named = node.getAccessibleText() != null
                || (node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty());
        if (node instanceof Control && node.isFocusTraversable() && !named) {
            nameless.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
        }
    }

    /** A page that writes down what happens to it. */
    private final class Written implements Screen {
        private final Page page;
        private final StackPane root = new StackPane();
        private final ScreenHeader header = new ScreenHeader();

        Written(Page page) {
            this.page = page;
            root.getChildren().add(Icons.text("content of " + page.id()));
            header.action(new ScreenHeader.PrimaryAction("play", "Do it", () -> note("done"), whyNot));
        }

        private void note(String what) {
            events.add(page.id() + " " + what);
        }

        @Override
        public Page page() {
            return page;
        }

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public ScreenHeader header() {
            return header;
        }

        @Override
        public void attach() {
            note("attached");
        }

        @Override
        public void detach() {
            note("detached");
        }

        @Override
        public void refresh() {
            note("refreshed");
        }
    }
}
