package io.quantloom.engine.tuning;

/**
 * A study to run. Immutable.
 *
 * @param id under which its trials are stored; a study with trials there already is continued
 * @param family under which its trials are counted for the deflated Sharpe
 * @param space what may be tried
 * @param trials how many, above zero
 * @param batch how many are asked for at once, above zero; the study depends on it, but not on the number of workers
 * @param method how it is searched
 */
public record StudySpec(String id, String family, SearchSpace space, int trials, int batch, SearchMethod method) {

    /** Checks the counts. */
    public StudySpec {
        if (trials < 1 || batch < 1) {
            throw new IllegalArgumentException("trials and batch are above zero, were " + trials + " and " + batch);
        }
    }

    /** Takes a study by random search. */
    public StudySpec(String id, String family, SearchSpace space, int trials, int batch) {
        this(id, family, space, trials, batch, SearchMethod.RANDOM);
    }

    /** Returns this study with at most so many trials. */
    StudySpec atMost(long most) {
        return trials <= most ? this : new StudySpec(id, family, space, Math.toIntExact(most), batch, method);
    }
}
