package io.quantloom.engine.training.tracking;

import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Studies nobody asks for afterwards: those on twins without signal, whose trials are no tries on the market. */
final class ScratchStudies implements StudyStore {

    private final TreeMap<String, Trial> trials = new TreeMap<>();

    @Override
    public void define(Study study) {
        // Its trials are all that is asked for.
    }

    @Override
    public Optional<Study> study(String id) {
        return Optional.empty();
    }

    @Override
    public List<Study> studies() {
        return List.of();
    }

    @Override
    public synchronized void save(String family, Trial trial) {
        trials.put(trial.study() + "/" + trial.number(), trial);
    }

    @Override
    public synchronized List<Trial> trials(String study) {
        return trials.values().stream()
                .filter(trial -> trial.study().equals(study))
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
    }

    @Override
    public List<Trial> family(String family) {
        return List.of();
    }
}
