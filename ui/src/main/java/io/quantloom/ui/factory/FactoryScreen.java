package io.quantloom.ui.factory;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.training.ConfigurationView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;

/** The Factory page as the window sees it. */
public final class FactoryScreen implements Screen {

    private final FactoryListViewModel list;
    private final FactoryViewModel run;
    private final FoldsViewModel folds;
    private final FactoryWorkViewModel work;
    private final ConfigurationView dialog;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and views; starts nothing. */
    public FactoryScreen(FactoryPorts ports, ScreenServices services) {
        Texts texts = Texts.of("factory");
        list = new FactoryListViewModel(ports, services.tasks(), services.events(), services.ui());
        run = new FactoryViewModel(ports, services.tasks(), services.events(), services.ui(), list);
        folds = new FoldsViewModel(ports, services.tasks(), run);
        work = new FactoryWorkViewModel(
                ports, list, services.tasks(), services.window().files());
        dialog = new ConfigurationView(
                new ConfigurationView.Wording("factory", texts.get("run.title"), texts.get("run.confirm")),
                work.configuration(),
                services.window().modals(),
                work::run);
        root = new FactoryView(
                        new FactoryView.Regions(list, run, folds, work),
                        services.window().memory(),
                        dialog::open,
                        (model, version) -> services.navigator()
                                .open(new Destination.Registry(Optional.of(model), OptionalInt.of(version))))
                .root();
        header = new ScreenHeader()
                .object(list.selectedProperty()
                        .map(row -> row.map(FactoryRow::name).orElse("")))
                .action(new ScreenHeader.PrimaryAction(
                        "play", texts.get("run.action"), dialog::open, new SimpleStringProperty("")))
                .command(new ScreenHeader.PageCommand("factory.resume", "play", texts.get("resume"), "", work::resume))
                .command(new ScreenHeader.PageCommand("factory.cancel", "slash", texts.get("cancel"), "", work::cancel))
                .command(new ScreenHeader.PageCommand(
                        "factory.study",
                        "target",
                        texts.get("open.study"),
                        "",
                        () -> symbolRun()
                                .ifPresent(id -> services.navigator().open(new Destination.Studies(Optional.of(id))))))
                .command(new ScreenHeader.PageCommand(
                        "factory.run",
                        "git-branch",
                        texts.get("open.run"),
                        "",
                        () -> symbolRun()
                                .ifPresent(id -> services.navigator()
                                        .open(new Destination.Experiments(List.of(new RunId(id)))))));
    }

    private Optional<String> symbolRun() {
        return run.symbolProperty().get().map(SymbolRow::run).filter(id -> !id.isEmpty());
    }

    @Override
    public Page page() {
        return Page.FACTORY;
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
        run.attach();
    }

    @Override
    public void detach() {
        list.detach();
        run.detach();
    }

    @Override
    public void show(Destination destination) {
        if (destination instanceof Destination.Factory(Optional<RunId> id)) {
            id.ifPresent(wanted -> list.open(wanted.value()));
        } else if (destination instanceof Destination.FactoryDraft(String name, String text)) {
            work.configuration().take(name, text);
            dialog.open();
        }
    }

    @Override
    public void refresh() {
        list.load();
        run.load();
        folds.load();
    }
}
