package io.quantloom.app.doctor;

import io.quantloom.app.config.Surroundings;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at the machine this process runs on. */
public final class Doctor {

    private static final int JDK = 25;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long LEAST_SPACE = 1024 * MEBIBYTE;

    private final Surroundings surroundings;
    private final List<Learner> learners;

    /** Takes the machine and the learners of which each must be able to learn. */
    public Doctor(Surroundings surroundings, List<Learner> learners) {
        this.surroundings = surroundings;
        this.learners = learners;
    }

    /** Returns the checks that need no workspace. */
    public List<Check> machine() {
        return List.of(jdk(), javafx(), display(), natives());
    }

    /** Returns whether there is room in the folder, or, as long as it does not exist, where it will be made. */
    public Check disk(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String detail = String.format(Locale.ROOT, "%,d MiB free in %s", free / MEBIBYTE, folder);
            return free >= LEAST_SPACE
                    ? Check.ok("disk", detail)
                    : Check.failed("disk", detail, "free at least 1 GiB or choose another --workspace");
        } catch (IOException e) {
            return Check.failed("disk", e.toString(), "choose a --workspace that can be read");
        }
    }

    private static Check jdk() {
        String detail = System.getProperty("java.vendor.version", "Java") + " " + System.getProperty("java.version")
                + " in " + System.getProperty("java.home");
        return Runtime.version().feature() >= JDK
                ? Check.ok("jdk", detail)
                : Check.failed("jdk", detail, "install a JDK " + JDK + " or set JAVA_HOME to one");
    }

    private static Check javafx() {
        Optional<String> version = ModuleLayer.boot()
                .findModule("javafx.graphics")
                .flatMap(module -> module.getDescriptor().rawVersion());
        return version.map(number -> Check.ok("javafx", number))
                .orElseGet(() -> Check.failed(
                        "javafx", "not on the module path", "start Quantloom by its launcher bin/quantloom"));
    }

    private Check display() {
        return Check.ok(
                "display", surroundings.hasDisplay() ? "there is one" : "none: screens are drawn without a window");
    }

    private Check natives() {
        double[][] rows = {{0}, {1}, {2}, {3}, {4}, {5}};
        var set = TrainingSet.of(
                List.of("PPO"), rows, new boolean[] {false, false, false, true, true, true}, new double[] {
                    1, 1, 1, 1, 1, 1
                });
        StringBuilder names = new StringBuilder();
        for (Learner learner : learners) {
            try {
                switch (learner.fit(set, Hyperparameters.empty(), new Seeds(1), JobContext.none())) {
                    case Outcome.Success<TrainedModel>(var model) -> model.close();
                    case Outcome.Failed<TrainedModel>(var failure) -> {
                        return natives(learner, failure.sentence());
                    }
                    case Outcome.Canceled<TrainedModel> _ -> {
                        return natives(learner, "canceled");
                    }
                }
            } catch (LinkageError e) {
                return natives(learner, e.toString());
            }
            names.append(names.isEmpty() ? "" : ", ").append(learner.name());
        }
        return Check.ok("natives", names + " loaded and learned");
    }

    private static Check natives(Learner learner, String why) {
        return Check.failed(
                "natives",
                learner.name() + ": " + why,
                "use a 64-bit Linux, macOS or Windows; on Linux install the OpenMP library libgomp1");
    }
}
