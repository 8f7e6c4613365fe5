package io.quantloom.ui.studies;

import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.studies.enqueue.EnqueueView;
import io.quantloom.ui.studies.enqueue.EnqueueViewModel;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.training.ConfigurationView;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** The Studies page as the window sees it. */
public final class StudiesScreen implements Screen {

    private static final double PICKER = 380;

    private final Texts texts = Texts.of("studies");
    private final StudyListViewModel list;
    private final StudyViewModel study;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and views; starts nothing. */
    public StudiesScreen(StudiesPorts ports, ScreenServices services) {
        list = new StudyListViewModel(ports, services.tasks(), services.events(), services.ui());
        study = new StudyViewModel(ports, services.tasks(), services.events(), services.ui(), list);
        var work = new StudyWorkViewModel(
                ports,
                list,
                study,
                new StudyWorkViewModel.Surroundings(
                        services.tasks(), services.window().files(), services.navigator(), services.notifications()));
        var dialog = new ConfigurationView(
                new ConfigurationView.Wording("studies", texts.get("run.title"), texts.get("run.confirm")),
                work.configuration(),
                services.window().modals(),
                work::run);
        var enqueue = new EnqueueView(
                new EnqueueViewModel(ports, services.tasks(), study),
                services.window().modals());
        root = new StudiesView(
                        new StudiesView.Regions(list, study, work),
                        services.window().memory(),
                        dialog::open,
                        enqueue::open)
                .root();
        header = new ScreenHeader()
                .object(list.selectedProperty()
                        .map(row -> row.map(StudyRow::name).orElse("")))
                .context(picker())
                .action(new ScreenHeader.PrimaryAction(
                        "play", texts.get("run.action"), dialog::open, new SimpleStringProperty("")))
                .command(command("pause", "pause", work::pause))
                .command(command("resume", "play", work::resume))
                .command(command("cancel", "slash", work::cancel))
                .command(new ScreenHeader.PageCommand(
                        "studies.clear", "x", texts.get("filter.clear"), "", study::clearFilter))
                .command(new ScreenHeader.PageCommand(
                        "studies.run",
                        "git-branch",
                        texts.get("open.run"),
                        "",
                        () -> list.selectedProperty()
                                .get()
                                .flatMap(row -> ReadStudies.run(row.id()))
                                .ifPresent(
                                        run -> services.navigator().open(new Destination.Experiments(List.of(run))))));
    }

    private ScreenHeader.PageCommand command(String key, String icon, Runnable action) {
        return new ScreenHeader.PageCommand("studies." + key, icon, texts.get("command." + key), "", action);
    }

    private ComboBox<StudyRow> picker() {
        ComboBox<StudyRow> box = new ComboBox<>(list.rows());
        box.setId("studies-picker");
        box.setAccessibleText(texts.get("picker"));
        box.setPrefWidth(PICKER);
        box.setMaxWidth(PICKER);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(StudyRow row) {
                return row == null
                        ? texts.get("picker")
                        : texts.get(
                                "picker.row",
                                row.name(),
                                Formats.count(row.ended(), "trial"),
                                Formats.decimal(row.best(), 3));
            }

            @Override
            public StudyRow fromString(String text) {
                throw new IllegalStateException("it is chosen, never typed");
            }
        });
        box.setOnAction(_ -> {
            StudyRow row = box.getValue();
            if (row != null) {
                list.choose(row);
            }
        });
        list.selectedProperty().subscribe(row -> box.setValue(row.orElse(null)));
        box.visibleProperty().bind(Bindings.isNotEmpty(list.rows()));
        return box;
    }

    @Override
    public Page page() {
        return Page.STUDIES;
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
        study.attach();
    }

    @Override
    public void detach() {
        list.detach();
        study.detach();
    }

    @Override
    public void show(Destination destination) {
        if (destination instanceof Destination.Studies(Optional<String> id)) {
            id.ifPresent(list::open);
        }
    }

    @Override
    public void refresh() {
        list.load();
        study.load();
    }
}
