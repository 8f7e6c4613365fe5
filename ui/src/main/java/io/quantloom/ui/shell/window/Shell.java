package io.quantloom.ui.shell.window;

import io.quantloom.engine.base.Outcome;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Notifications;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.palette.Command;
import io.quantloom.ui.shell.palette.CommandRegistry;
import io.quantloom.ui.shell.palette.PaletteObject;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.theme.Theme;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window around the screens: made first, because screens need its navigator, notices, dialogs and memory; then given
 * the screens; then shown. Used on the JavaFX thread.
 */
public final class Shell {

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final Duration SAVE_AFTER = Duration.ofSeconds(1);

    /**
     * What the window needs from outside.
     *
     * @param tasks runs work
     * @param ui the JavaFX thread
     * @param clock time in the status bar
     * @param state what is remembered between two starts
     * @param workspace name shown in the status bar
     * @param status facts shown on every page; read in the background
     * @param objects what the palette finds by name; read in the background
     */
    public record Spec(
            TaskRunner tasks,
            UiThread ui,
            InstantSource clock,
            UiStateStore state,
            String workspace,
            Supplier<ShellStatus> status,
            Supplier<List<PaletteObject>> objects) {}

    private final Spec spec;
    private final Texts texts = Texts.of("shell");
    private final ShellViewModel viewModel;
    private final ModalLayer modals = new ModalLayer();
    private final ViewMemory memory = new ViewMemory();
    private final Map<Page, Supplier<Screen>> factories = new EnumMap<>(Page.class);
    private final Map<Page, Screen> screens = new EnumMap<>(Page.class);
    private UiState kept = UiState.FIRST;
    private boolean saving;
    private boolean closed;
    private @Nullable ShellView view;
    private @Nullable Screen current;
    private @Nullable Stage stage;

    /** Takes its surroundings; reads what was remembered, shows nothing. */
    public Shell(Spec spec) {
        this.spec = spec;
        viewModel = new ShellViewModel(spec.tasks(), spec.clock(), spec.status());
        kept = spec.state().load().map(UiState::fromJson).orElse(UiState.FIRST);
        memory.restore(kept.views());
        viewModel.themeProperty().set(kept.theme());
    }

    /** {@return opens pages} */
    public Navigator navigator() {
        return viewModel;
    }

    /** {@return shows notices} */
    public Notifications notifications() {
        return viewModel;
    }

    /** {@return dialogs inside the window} */
    public ModalLayer modals() {
        return modals;
    }

    /** {@return what views remember} */
    public ViewMemory memory() {
        return memory;
    }

    /** Takes the pages there are; each screen is made when its page is opened first. */
    public void screens(Map<Page, Supplier<Screen>> pages) {
        factories.putAll(pages);
    }

    /** Fills and shows the stage, on the page that was open last. */
    public void showOn(Stage window) {
        ShellView made = new ShellView(viewModel, spec.workspace(), factories.keySet(), modals);
        view = made;
        stage = window;
        addCommands(made);
        Scene scene =
                new Scene(made.root(), kept.bounds().width(), kept.bounds().height());
        new ShellKeys(viewModel, made, modals).install(scene);
        viewModel.themeProperty().subscribe(theme -> theme.applyTo(scene));
        viewModel.onOpen(this::show);
        window.setTitle("Quantloom");
        window.setScene(scene);
        place(window);
        window.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::askBeforeClosing);
        memory.onChange(this::saveSoon);
        viewModel.themeProperty().subscribe((_, _) -> saveSoon());
        Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> tellFault(fault));
        window.show();
        viewModel.open(Destination.of(factories.containsKey(kept.page()) ? kept.page() : Page.HOME));
    }

    /** Opens a page. */
    public void open(Destination destination) {
        viewModel.open(destination);
    }

    /** Brings the window to the front. */
    public void raise() {
        if (stage != null) {
            stage.setIconified(false);
            stage.show();
            stage.toFront();
            stage.requestFocus();
        }
    }

    /** Reads the facts of the status bar again, in the background. */
    public void refreshStatus() {
        viewModel.refreshStatus();
    }

    /** Dresses the window. */
    public void theme(Theme theme) {
        viewModel.themeProperty().set(theme);
    }

    /** {@return the scene, once the window is shown} */
    public Optional<Scene> scene() {
        return Optional.ofNullable(stage).map(Stage::getScene);
    }

    /** {@return the screen that is open} */
    public Optional<Screen> current() {
        return Optional.ofNullable(current);
    }

    /** Leaves the open page and remembers the window; called once, before the process ends. */
    public void close() {
        closed = true;
        if (current != null) {
            current.detach();
            current = null;
        }
        spec.state().save(state().toJson());
    }

    private void show(Destination destination) {
        Supplier<Screen> factory = factories.get(destination.page());
        if (view == null || factory == null) {
            return;
        }
        if (current == null || current.page() != destination.page()) {
            if (current != null) {
                current.detach();
            }
            Screen next = screens.computeIfAbsent(destination.page(), _ -> factory.get());
            current = next;
            viewModel.commands().showPage(commandsOf(next));
            view.show(next);
            next.attach();
        }
        current.show(destination);
        viewModel.refreshStatus();
        saveSoon();
    }

    private static List<Command> commandsOf(Screen screen) {
        return screen.header().commands().stream()
                .map(command -> new Command(
                        command.id(),
                        command.icon(),
                        command.text(),
                        screen.page().title(),
                        command.keys(),
                        command.run()))
                .toList();
    }

    private void addCommands(ShellView made) {
        CommandRegistry commands = viewModel.commands();
        String go = texts.get("command.group.go");
        String window = texts.get("command.group.window");
        for (Page page : Page.values()) {
            if (factories.containsKey(page)) {
                commands.add(new Command(
                        "go." + page.id(),
                        page.icon(),
                        texts.get("command.go", page.title()),
                        go,
                        "Shortcut+" + page.digit(),
                        () -> viewModel.open(Destination.of(page))));
            }
        }
        add("back", "arrow-left", go, "Alt+Left", viewModel::back);
        add("forward", "arrow-right", go, "Alt+Right", viewModel::forward);
        add("primary", "zap", window, "Shortcut+Enter", made::firePrimary);
        add("refresh", "refresh-cw", window, "F5 Shortcut+R", () -> current().ifPresent(Screen::refresh));
        add("palette", "search", window, "Shortcut+Shift+P Shortcut+K", () -> openPalette(made));
        add("tasks", "list", window, "Shortcut+Shift+T", made::showTasks);
        add("notices", "bell", window, "", made::showNotices);
        add("theme", "sun", window, "Shortcut+Shift+L", viewModel::toggleTheme);
        add("reset", "layout", window, "", this::resetLayout);
    }

    private void add(String id, String icon, String group, String keys, Runnable run) {
        viewModel.commands().add(new Command("window." + id, icon, texts.get("command." + id), group, keys, run));
    }

    private void openPalette(ShellView made) {
        made.showPalette(palette -> spec.tasks()
                .start(
                        texts.get("status.reading"),
                        _ -> Outcome.success(spec.objects().get()))
                .onEnd(outcome -> {
                    if (outcome instanceof Outcome.Success<List<PaletteObject>>(List<PaletteObject> found)) {
                        palette.objects(found);
                    }
                }));
    }

    private void resetLayout() {
        memory.clear();
        // Screens are made anew with the first dividers and columns.
        Page page = viewModel.destination().page();
        if (current != null) {
            current.detach();
            current = null;
        }
        screens.clear();
        viewModel.open(Destination.of(page));
        viewModel.post(Notice.of(Tone.OK, texts.get("reset.done"), ""));
    }

    private void place(Stage window) {
        UiState.Bounds bounds = kept.bounds();
        window.setMinWidth(UiState.FIRST.bounds().width());
        window.setMinHeight(UiState.FIRST.bounds().height());
        if (!Double.isNaN(bounds.x())) {
            window.setX(bounds.x());
            window.setY(bounds.y());
        }
        window.setMaximized(bounds.isMaximized());
    }

    private void askBeforeClosing(WindowEvent event) {
        List<TaskHandle<?>> running = List.copyOf(viewModel.running());
        if (running.isEmpty() || stage == null) {
            return;
        }
        event.consume();
        Stage window = stage;
        String names = running.stream().map(TaskHandle::title).collect(Collectors.joining(", "));
        Dialogs.Confirmation question = new Dialogs.Confirmation(
                texts.get("close.title"),
                texts.get("close.text", Formats.count(running.size(), "task"), names),
                texts.get("close.verb"),
                true);
        modals.confirm(question, () -> {
            viewModel.cancelAll();
            window.hide();
        });
    }

    private void saveSoon() {
        if (saving) {
            return;
        }
        saving = true;
        spec.ui().executeAfter(SAVE_AFTER, () -> {
            saving = false;
            if (closed) {
                return;
            }
            String json = state().toJson();
            spec.tasks().start(texts.get("status.reading"), _ -> {
                spec.state().save(json);
                return Outcome.success(true);
            });
        });
    }

    private UiState state() {
        UiState.Bounds bounds = kept.bounds();
        if (stage != null && stage.isShowing()) {
            bounds = stage.isMaximized()
                    ? new UiState.Bounds(bounds.x(), bounds.y(), bounds.width(), bounds.height(), true)
                    : new UiState.Bounds(
                            stage.getX(),
                            stage.getY(),
                            stage.getScene().getWidth(),
                            stage.getScene().getHeight(),
                            false);
        }
        kept = new UiState(
                bounds,
                viewModel.destination().page(),
                viewModel.themeProperty().get(),
                memory.all());
        return kept;
    }

    /** A fault on the JavaFX thread ends no window: it is told and logged, and the rest goes on. */
    private void tellFault(Throwable fault) {
        LOG.error("fault on the JavaFX thread", fault);
        viewModel.post(Notice.of(Tone.BAD, texts.get("fault.title"), texts.get("fault.text", String.valueOf(fault))));
    }
}
