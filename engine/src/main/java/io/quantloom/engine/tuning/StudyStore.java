package io.quantloom.engine.tuning;

import java.util.List;

/**
 * Where trials live. Trials are never deleted: every one counts for the deflated Sharpe. Each write is one transaction.
 * Implementations are safe for use by several threads.
 */
public interface StudyStore {

    /**
     * Writes a trial in place of the one with its study and number.
     *
     * @param family what the trials of several studies have in common: model name and hash of the bars; see
     *     {@link #family}
     */
    void save(String family, Trial trial);

    /** {@return the trials of the study, ascending by number} */
    List<Trial> trials(String study);

    /** {@return every trial ever recorded under the family, oldest first} */
    List<Trial> family(String family);
}
