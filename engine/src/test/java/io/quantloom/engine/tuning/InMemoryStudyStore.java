package io.quantloom.engine.tuning;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The twin of the store: same contract, no disk. Safe for use by several threads. */
public final class InMemoryStudyStore implements StudyStore {

    private final LinkedHashMap<Place, Kept> trials = new LinkedHashMap<>();

    private final LinkedHashMap<String, Study> studies = new LinkedHashMap<>();

    @Override
    public synchronized void define(Study study) {
        studies.merge(study.spec().id(), study, (earlier, later) -> new Study(later.spec(), earlier.created()));
    }

    @Override
    public synchronized Optional<Study> study(String id) {
        return Optional.ofNullable(studies.get(id));
    }

    @Override
    public synchronized List<Study> studies() {
        return List.copyOf(studies.values()).reversed();
    }

    @Override
    public synchronized void save(String family, Trial trial) {
        trials.put(new Place(trial.study(), trial.number()), new Kept(family, trial));
    }

    @Override
    public synchronized List<Trial> trials(String study) {
        return trials.values().stream()
                .map(Kept::trial)
                .filter(trial -> trial.study().equals(study))
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
    }

    @Override
    public synchronized List<Trial> family(String family) {
        return trials.values().stream()
                .filter(kept -> kept.family.equals(family))
                .map(Kept::trial)
                .toList();
    }

    private record Place(String study, int number) {}

    private record Kept(String family, Trial trial) {}
}
