package io.quantloom.ui.features;

import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;

/** The Features page as the window sees it. */
public final class FeaturesScreen implements Screen {

    private final Texts texts = Texts.of("features");
    private final FeaturesViewModel features;
    private final LabelsViewModel labels;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and views; starts nothing. */
    public FeaturesScreen(FeaturesPorts ports, ScreenServices services) {
        features = new FeaturesViewModel(ports, services.tasks(), services.events());
        labels = new LabelsViewModel(ports, features, services.tasks());
        root = new FeaturesView(
                        features,
                        labels,
                        services.window().memory(),
                        () -> services.navigator().open(Destination.of(Page.DATA)))
                .root();
        header = new ScreenHeader()
                .object(features.setProperty())
                .context(box("set", FeaturesViewModel.Choices::sets, features.setProperty()))
                .context(box("series", FeaturesViewModel.Choices::series, features.seriesProperty()))
                .command(new ScreenHeader.PageCommand(
                        "features.check", "shield", texts.get("check"), "", features::check));
    }

    private ComboBox<String> box(
            String name, Function<FeaturesViewModel.Choices, List<String>> choices, StringProperty chosen) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("features-" + name);
        box.setAccessibleText(texts.get("choice." + name));
        features.choicesProperty().subscribe(now -> {
            if (!box.getItems().equals(choices.apply(now))) {
                box.getItems().setAll(choices.apply(now));
                box.setValue(chosen.get());
            }
        });
        chosen.subscribe(box::setValue);
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                chosen.set(box.getValue());
            }
        });
        box.visibleProperty()
                .bind(features.choicesProperty().map(now -> !choices.apply(now).isEmpty()));
        return box;
    }

    @Override
    public Page page() {
        return Page.FEATURES;
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
        features.attach();
    }

    @Override
    public void detach() {
        features.detach();
    }

    @Override
    public void refresh() {
        features.load();
        features.describe();
        labels.load();
    }
}
