package io.quantloom.ui.market;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The Data screen: the list of instruments at the left, the chosen series at the right. */
public final class MarketView {

    private final Texts texts = Texts.of("market");
    private final HBox root;

    /** Builds the screen over its view models. */
    public MarketView(
            MarketViewModel market,
            SeriesViewModel series,
            ImportViewModel imports,
            DeleteViewModel delete,
            ViewMemory memory) {
        Node list = new InstrumentListView(market, imports::chooseFiles).root();
        Node one = new SeriesView(series, delete, memory).root();
        Node content = Splits.horizontal(memory, "data.list", 0.245, list, one);
        StatePane<?> states =
                new StatePane<>(market.stateProperty(), content, empty(imports), market::refresh).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("data");
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node empty(ImportViewModel imports) {
        return new EmptyState(
                "database",
                texts.get("list.empty.title"),
                texts.get("list.empty.why"),
                Icons.button("data-sample", "download-cloud", texts.get("list.sample"), imports::loadSample),
                Icons.button("data-import", "file-plus", texts.get("list.import"), imports::chooseFiles));
    }
}
