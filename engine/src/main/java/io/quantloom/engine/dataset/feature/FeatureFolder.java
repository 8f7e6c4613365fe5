package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The feature sets of a workspace: {@code NAME.yaml}, and {@code NAME@VERSION.yaml} for versions that are kept beside a
 * newer one. Read anew each time.
 */
public final class FeatureFolder {

    private static final String ENDING = ".yaml";

    private final Path folder;
    private final FeatureReader reader;

    /** Takes the folder, which need not exist. */
    public FeatureFolder(Path folder, FeatureReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** {@return every set that can be read, in the order of file names} */
    public List<FeatureSet> sets() {
        List<FeatureSet> sets = new ArrayList<>();
        for (Path file : files()) {
            if (read(file) instanceof Outcome.Success<FeatureSet>(var set)) {
                sets.add(set);
            }
        }
        return sets;
    }

    /** {@return what is wrong with the others} */
    public List<Failure> problems() {
        List<Failure> problems = new ArrayList<>();
        for (Path file : files()) {
            if (read(file) instanceof Outcome.Failed<FeatureSet>(var failure)) {
                problems.add(failure);
            }
        }
        return problems;
    }

    /**
     * Returns the set {@code NAME@VERSION}, or the newest version of {@code NAME}; empty when no file is called so. Fails
     * when one that is cannot be read.
     */
    public Optional<Outcome<FeatureSet>> find(String reference) {
        int border = reference.indexOf(FeatureReader.VERSION);
        String name = border < 0 ? reference : reference.substring(0, border);
        List<FeatureSet> found = new ArrayList<>();
        for (Path file : files()) {
            if (nameOf(file).equals(name)) {
                Outcome<FeatureSet> set = read(file);
                if (!(set instanceof Outcome.Success<FeatureSet>(var read))) {
                    return Optional.of(set);
                }
                if (border < 0 || read.name().equals(reference)) {
                    found.add(read);
                }
            }
        }
        return found.stream()
                .max(Comparator.comparingInt(FeatureFolder::versionOf))
                .map(Outcome::success);
    }

    private Outcome<FeatureSet> read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Outcome.failed(Failure.of(
                            Reason.UNAVAILABLE,
                            "to read the file in UTF-8",
                            e.toString(),
                            file.toString(),
                            "check its rights and encoding")
                    .causedBy(e));
        }
        return reader.read(file.getFileName().toString(), text).then(set -> checked(file, set));
    }

    private static Outcome<FeatureSet> checked(Path file, FeatureSet set) {
        String stem = stem(file);
        if (stem.equals(set.name()) || set.name().startsWith(stem + FeatureReader.VERSION)) {
            return Outcome.success(set);
        }
        String name = set.name().substring(0, set.name().indexOf(FeatureReader.VERSION));
        return Outcome.failed(Failure.of(
                Reason.INVALID,
                "a file called " + name + ENDING + " or " + set.name() + ENDING,
                file.getFileName().toString(),
                file.toString(),
                "rename the file or correct name and version"));
    }

    private static int versionOf(FeatureSet set) {
        return Integer.parseInt(set.name().substring(set.name().indexOf(FeatureReader.VERSION) + 1));
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static String nameOf(Path file) {
        return stem(file).split(FeatureReader.VERSION, 2)[0];
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new io.quantloom.engine.base.StoreException(Failure.of(
                            Reason.UNAVAILABLE,
                            "to list the feature sets of the workspace",
                            e.toString(),
                            folder.toString(),
                            "check the folder's rights")
                    .causedBy(e));
        }
    }
}
