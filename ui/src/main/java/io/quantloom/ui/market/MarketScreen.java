package io.quantloom.ui.market;

import io.quantloom.ui.control.Segments;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The Data page as the window sees it. */
public final class MarketScreen implements Screen {

    private final MarketViewModel market;
    private final SeriesViewModel series;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and view; starts nothing. */
    public MarketScreen(MarketPorts ports, ScreenServices services) {
        Texts texts = Texts.of("market");
        ViewMemory memory = services.window().memory();
        market = new MarketViewModel(ports.bars(), services.tasks(), services.events(), services.clock(), memory);
        series = new SeriesViewModel(ports.bars(), services.tasks(), memory);
        market.entryProperty().subscribe(series::show);
        DeleteViewModel delete = new DeleteViewModel(
                ports.delete(),
                ports.runs(),
                services.tasks(),
                services.window().modals());
        market.entryProperty().subscribe(delete::choose);
        ImportViewModel imports = new ImportViewModel(
                ports.imports(),
                ports.sample(),
                services.tasks(),
                services.window().files(),
                services.navigator());
        new ImportReportView(imports, services.window().modals());
        Node timeframes =
                new Segments<>("data-timeframe", market.timeframes(), text -> text, market.timeframeProperty());
        root = new MarketView(market, series, imports, delete, memory).root();
        header = new ScreenHeader()
                .object(market.titleProperty())
                .context(timeframes)
                .action(new ScreenHeader.PrimaryAction(
                        "file-plus", texts.get("import.action"), imports::chooseFiles, new SimpleStringProperty("")))
                .command(new ScreenHeader.PageCommand(
                        "data.sample", "download-cloud", texts.get("list.sample"), "", imports::loadSample))
                .command(new ScreenHeader.PageCommand(
                        "data.delete", "trash-2", texts.get("delete.action"), "", delete::ask));
    }

    @Override
    public Page page() {
        return Page.DATA;
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
        market.attach();
    }

    @Override
    public void detach() {
        market.detach();
    }

    @Override
    public void show(Destination destination) {
        if (destination instanceof Destination.Data(var key)) {
            key.ifPresent(market::open);
        }
    }

    @Override
    public void refresh() {
        market.refresh();
        series.retry();
    }
}
