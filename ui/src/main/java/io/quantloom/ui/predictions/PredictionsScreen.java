package io.quantloom.ui.predictions;

import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;

/** The Predictions page as the window sees it. */
public final class PredictionsScreen implements Screen {

    private final PredictionsViewModel viewModel;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view model and view; starts nothing. */
    public PredictionsScreen(PredictionsPorts ports, ScreenServices services) {
        Texts texts = Texts.of("predictions");
        viewModel = new PredictionsViewModel(ports, services.tasks(), services.clock());
        var answer = new AnswerViewModel(ports, viewModel, services.tasks());
        root = new PredictionsView(
                        viewModel,
                        new AnswerView(answer),
                        services.window().memory(),
                        () -> services.navigator().open(Destination.of(Page.FACTORY)))
                .root();
        header = new ScreenHeader()
                .object(new SimpleStringProperty(""))
                .action(new ScreenHeader.PrimaryAction(
                        "play", texts.get("run.action"), viewModel::run, viewModel.whyNotProperty()))
                .command(new ScreenHeader.PageCommand(
                        "predictions.model",
                        "package",
                        texts.get("open.model"),
                        "",
                        () -> Optional.ofNullable(viewModel.selectedProperty().get())
                                .flatMap(row -> row.said(answer.wayProperty().get())
                                        .or(row::up)
                                        .or(row::down))
                                .ifPresent(said -> services.navigator()
                                        .open(new Destination.Registry(
                                                Optional.of(said.model()), OptionalInt.of(said.version()))))));
    }

    @Override
    public Page page() {
        return Page.PREDICTIONS;
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
        viewModel.load();
    }

    @Override
    public void detach() {
        // It follows nothing: what models say changes when they are asked here, or is read again on the next visit.
    }

    @Override
    public void refresh() {
        viewModel.load();
    }
}
