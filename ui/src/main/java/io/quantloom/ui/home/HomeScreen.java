package io.quantloom.ui.home;

import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import javafx.scene.Parent;

/** The Home page as the window sees it. */
public final class HomeScreen implements Screen {

    private final HomeViewModel viewModel;
    private final Parent root;
    private final ScreenHeader header;

    /** Makes view model and view; starts nothing. */
    public HomeScreen(HomePorts ports, ScreenServices services) {
        viewModel = new HomeViewModel(
                ports,
                services.tasks(),
                services.events(),
                services.navigator(),
                services.window().modals());
        root = new HomeView(viewModel).root();
        header = new ScreenHeader()
                .action(new ScreenHeader.PrimaryAction(
                        "play",
                        Texts.of("home").get("loop.action"),
                        viewModel::runLoop,
                        viewModel.whyNoLoopProperty()));
    }

    @Override
    public Page page() {
        return Page.HOME;
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
        viewModel.attach();
    }

    @Override
    public void detach() {
        viewModel.detach();
    }

    @Override
    public void refresh() {
        viewModel.refresh();
    }
}
