package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.palette.CommandPalette;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** Frame around every page: rail, context header, content, status bar, and layers for toasts, popovers and dialogs. */
final class ShellView {

    private static final Insets ABOVE_STATUS = new Insets(0, 12, 36, 12);
    private static final Insets TOASTS = new Insets(0, 0, 36, 96);
    private static final Insets TOP = new Insets(8, 0, 0, 0);

    private final StackPane root = new StackPane();
    private final BorderPane body = Icons.styled(new BorderPane(), "page");
    private final NavRail rail;
    private final ContextHeader header = new ContextHeader();
    private final StatusBar statusBar;
    private final Toasts toasts;
    private final PopoverLayer popovers = new PopoverLayer();
    private final ShellViewModel viewModel;

    ShellView(ShellViewModel viewModel, String workspace, Set<Page> pages, ModalLayer modals) {
        this.viewModel = viewModel;
        rail = new NavRail(pages, page -> viewModel.open(Destination.of(page)), viewModel::toggleTheme);
        statusBar = new StatusBar(workspace, viewModel, this::showTasks, this::showNotices);
        toasts = new Toasts(viewModel);
        // In reading order, which is the order of the Tab key.
        body.setTop(header.root());
        BorderPane frame = new BorderPane();
        frame.setLeft(rail.root());
        frame.setCenter(body);
        frame.setBottom(statusBar.root());
        // A page that wants more room than there is must not push the rail out of the window.
        frame.setMinSize(0, 0);
        body.setMinSize(0, 0);
        StackPane.setAlignment(toasts.root(), Pos.BOTTOM_LEFT);
        StackPane.setMargin(toasts.root(), TOASTS);
        root.getChildren().setAll(Icons.styled(frame, "frame"), toasts.root(), popovers.root(), modals.root());
        viewModel.statusProperty().subscribe(status -> rail.showBots(status.runningBots()));
        viewModel.notices().addListener(this::toast);
        root.sceneProperty().subscribe(scene -> statusBar.run(scene != null));
    }

    Parent root() {
        return root;
    }

    /** Shows a screen in the frame. */
    void show(Screen screen) {
        body.setCenter(screen.root());
        header.show(screen.page(), screen.header());
        rail.select(screen.page());
    }

    void firePrimary() {
        header.fire();
    }

    void showTasks() {
        toggle(
                TaskPopover.ID,
                _ -> popovers.show(new TaskPopover(viewModel.running()).root(), Pos.BOTTOM_RIGHT, ABOVE_STATUS));
    }

    void showNotices() {
        toggle(
                NoticePopover.ID,
                _ -> popovers.show(
                        new NoticePopover(viewModel, popovers::close).root(), Pos.BOTTOM_RIGHT, ABOVE_STATUS));
        viewModel.markSeen();
    }

    void showPalette(Consumer<CommandPalette> opened) {
        toggle(CommandPalette.ID, _ -> {
            CommandPalette palette = new CommandPalette(viewModel.commands(), viewModel, popovers::close);
            popovers.show(palette.root(), Pos.TOP_CENTER, TOP);
            palette.focus();
            opened.accept(palette);
        });
    }

    /** Closes what is open above the page; false when nothing is. */
    boolean closePopover() {
        boolean open = popovers.isOpen();
        popovers.close();
        return open;
    }

    private void toggle(String id, Consumer<String> open) {
        if (popovers.shows(id)) {
            popovers.close();
        } else {
            open.accept(id);
        }
    }

    private void toast(ListChangeListener.Change<? extends ShellViewModel.KeptNotice> change) {
        while (change.next()) {
            if (change.wasAdded()) {
                change.getAddedSubList().stream()
                        .map(ShellViewModel.KeptNotice::notice)
                        .filter(this::isWorthAToast)
                        .forEach(toasts::show);
            }
        }
    }

    /** What went well on the page that is open shows there. */
    private boolean isWorthAToast(Notice notice) {
        boolean onThisPage = notice.link()
                .map(link -> link.page() == viewModel.destination().page())
                .orElse(false);
        return !onThisPage || notice.tone() != io.quantloom.ui.control.Tone.OK;
    }
}
