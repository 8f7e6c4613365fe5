package io.quantloom.ui.registry;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Lineage;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.SideTabs;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.VersionTimeline;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.registry.card.CardViewModel;
import io.quantloom.ui.registry.card.ExplanationView;
import io.quantloom.ui.registry.card.PlaceboView;
import io.quantloom.ui.registry.card.QualityView;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Registry screen: models and versions, the version beside the Champion, and its gates. */
public final class RegistryView {

    private static final double LEFT_WIDTH = 252;
    private static final double RIGHT_WIDTH = 436;
    private static final double MODELS_HEIGHT = 172;

    /**
     * View models of the regions.
     *
     * @param list registered models
     * @param versions versions of the open one
     * @param champion comparison with the Champion
     * @param card what the run recorded of its worth
     * @param promotion what can be done
     * @param lineage where a version comes from and goes
     */
    public record Regions(
            ModelListViewModel list,
            VersionsViewModel versions,
            ChampionViewModel champion,
            CardViewModel card,
            PromotionViewModel promotion,
            LineageViewModel lineage) {}

    private final Texts texts = Texts.of("registry");
    private final HBox root;

    /** Builds the screen over its view models. */
    public RegistryView(Regions regions, ViewMemory memory, ModalLayer modals, Runnable openHome) {
        SideTabs sides = new SideTabs("registry");
        sides.add("compare", () -> new ChampionView(regions.champion(), regions.versions(), memory).root());
        sides.add("quality", () -> new QualityView(regions.card()).root());
        sides.add("explanation", () -> new ExplanationView(regions.card()).root());
        sides.add("placebo", () -> new PlaceboView(regions.card()).root());
        sides.remember(memory);
        Parent centre = sides.root();
        HBox.setHgrow(centre, Priority.ALWAYS);
        HBox columns = new HBox(
                8,
                left(regions),
                centre,
                new PromotionView(regions.promotion(), regions.versions(), modals)
                        .root()
                        .wide(RIGHT_WIDTH));
        columns.setMinSize(0, 0);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox content = new VBox(8, lineage(regions.lineage()), columns);
        EmptyState empty = new EmptyState(
                "package",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("registry-home", "home", texts.get("empty.action"), openHome));
        StatePane<List<ModelRow>> states =
                new StatePane<>(regions.list().stateProperty(), content, empty, regions.list()::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("registry");
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node left(Regions regions) {
        VersionTimeline timeline = new VersionTimeline(regions.versions()::select);
        Runnable show = () -> timeline.show(
                regions.versions().timeline(),
                regions.versions()
                        .selectedProperty()
                        .get()
                        .map(VersionRow::number)
                        .orElse(0));
        regions.versions().stateProperty().subscribe(_ -> show.run());
        regions.versions().selectedProperty().subscribe(_ -> show.run());
        ScrollPane scrolled = new ScrollPane(timeline);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        StatePane<ModelPage> states = new StatePane<>(
                regions.versions().stateProperty(),
                scrolled,
                new EmptyState("package", texts.get("version.empty"), texts.get("version.empty.why")),
                regions.versions()::load);
        VBox box = new VBox(
                8,
                new ModelListView(regions.list()).root().high(MODELS_HEIGHT),
                new Panel(texts.get("versions"), states)
                        .note(regions.list().selectedProperty().map(name -> name.orElse("")))
                        .grow());
        box.setMinWidth(LEFT_WIDTH);
        box.setPrefWidth(LEFT_WIDTH);
        box.setMaxWidth(LEFT_WIDTH);
        return box;
    }

    private static Node lineage(LineageViewModel viewModel) {
        Lineage lineage = new Lineage();
        viewModel.stepsProperty().subscribe(lineage::show);
        HBox box = Icons.styled(new HBox(lineage), "panel");
        HBox.setHgrow(lineage, Priority.ALWAYS);
        box.setMinHeight(38);
        return box;
    }
}
