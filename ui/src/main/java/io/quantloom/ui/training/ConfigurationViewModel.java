package io.quantloom.ui.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The configuration to run: where it came from, its text, what it asks for and what is wrong with it. */
public final class ConfigurationViewModel {

    private static final Texts TEXTS = Texts.of("training");
    private static final FileDialogs.FileKind YAML =
            new FileDialogs.FileKind(TEXTS.get("kind"), List.of("*.yaml", "*.yml"));

    private final FactoryFile file;
    private final FileDialogs files;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty config = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outline = new ReadOnlyStringWrapper("");
    private Optional<FactorySpec> spec = Optional.empty();

    /** Takes who reads configurations and who asks for files. */
    public ConfigurationViewModel(FactoryFile file, FileDialogs files) {
        this.file = file;
        this.files = files;
        config.subscribe(this::read);
    }

    /** Takes a text under a name. */
    public void take(String named, String text) {
        name.set(named);
        config.set(text);
    }

    /** Takes a configuration that is shipped. */
    public void take(Preset preset) {
        take(preset.file(), preset.text());
    }

    /** Asks for a file. */
    public void chooseFile() {
        List<Path> chosen = files.open(TEXTS.get("choose"), YAML);
        if (!chosen.isEmpty()) {
            Path path = chosen.getFirst();
            try {
                take(String.valueOf(path.getFileName()), Files.readString(path));
            } catch (IOException e) {
                problem.set(TEXTS.get("unreadable", path, String.valueOf(e.getMessage())));
            }
        }
    }

    private void read(String text) {
        spec = Optional.empty();
        problem.set("");
        outline.set("");
        if (text.isBlank()) {
            return;
        }
        switch (file.read(name.get(), text, OptionalLong.empty())) {
            case Outcome.Success<FactorySpec>(FactorySpec found) -> {
                spec = Optional.of(found);
                outline.set(TEXTS.get(
                        "outline",
                        found.name(),
                        Formats.count(found.symbols().size(), "symbol"),
                        String.join(", ", found.learners()),
                        Formats.count(found.study().trials(), "trial")));
            }
            case Outcome.Failed<FactorySpec>(Failure failure) -> problem.set(FailureTexts.sentence(failure));
            case Outcome.Canceled<FactorySpec> _ -> problem.set("");
        }
    }

    /** {@return the configuration; empty while it cannot be read} */
    public Optional<FactorySpec> spec() {
        return spec;
    }

    /** {@return its text; two-way} */
    public StringProperty configProperty() {
        return config;
    }

    /** {@return the name of the file it came from; two-way} */
    public StringProperty nameProperty() {
        return name;
    }

    /** {@return what is wrong with it; empty when nothing is} */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** {@return what it asks for, in a line; empty while it cannot be read} */
    public ReadOnlyStringProperty outlineProperty() {
        return outline.getReadOnlyProperty();
    }
}
