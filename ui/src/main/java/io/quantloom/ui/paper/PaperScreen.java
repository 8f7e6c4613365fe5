package io.quantloom.ui.paper;

import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;

/** The Paper page as the window sees it. */
public final class PaperScreen implements Screen {

    private final BotListViewModel list;
    private final BotViewModel bot;
    private final TwinViewModel twin;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and views; starts nothing. */
    public PaperScreen(PaperPorts ports, ScreenServices services) {
        Texts texts = Texts.of("paper");
        list = new BotListViewModel(ports.bots(), services.tasks(), services.events(), services.ui());
        bot = new BotViewModel(
                new OpenBot.Stores(ports.bots(), ports.registry(), ports.bars()),
                ports.control(),
                services.tasks(),
                services.events(),
                list);
        twin = new TwinViewModel(ports.reconcile(), services.tasks(), list);
        var form = new StartBotViewModel(ports.sessions(), ports.registry(), ports.bars(), services.tasks());
        var dialog = new StartBotView(form, services.window().modals(), list::open);
        root = new PaperView(
                        list,
                        bot,
                        twin,
                        services.window().memory(),
                        services.window().modals(),
                        new PaperView.Intents(dialog::open, form::run))
                .root();
        header = new ScreenHeader()
                .object(list.selectedProperty().map(row -> row.map(BotRow::name).orElse("")))
                .context(new BotPicker(list).root())
                .action(new ScreenHeader.PrimaryAction(
                        "plus", texts.get("new"), dialog::open, new SimpleStringProperty("")))
                .command(new ScreenHeader.PageCommand("paper.pause", "pause", texts.get("pause"), "", bot::pause))
                .command(new ScreenHeader.PageCommand("paper.resume", "play", texts.get("resume"), "", bot::resume))
                .command(new ScreenHeader.PageCommand("paper.stop", "square", texts.get("stop"), "", bot::stop))
                .command(new ScreenHeader.PageCommand("paper.twin", "copy", texts.get("twin.check"), "", twin::check));
    }

    @Override
    public Page page() {
        return Page.PAPER;
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
        list.attach();
        bot.attach();
        twin.attach();
    }

    @Override
    public void detach() {
        list.detach();
        bot.detach();
        twin.detach();
    }

    @Override
    public void show(Destination destination) {
        if (destination instanceof Destination.Paper(Optional<String> name)) {
            name.ifPresent(list::open);
        }
    }

    @Override
    public void refresh() {
        list.load();
        bot.load();
    }
}
