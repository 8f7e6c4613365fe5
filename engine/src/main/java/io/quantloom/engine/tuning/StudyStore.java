package io.quantloom.engine.tuning;

import java.util.List;
import java.util.Optional;

/**
 * Where studies and their trials live. Trials are never deleted: every one counts for the deflated Sharpe. Each write is
 * one transaction. Implementations are safe for use by several threads.
 */
public interface StudyStore {

    /** Writes a study; one that is there keeps the time at which it was created and its place. */
    void define(Study study);

    /** Returns the study; empty when it was never defined, even if it has trials. */
    Optional<Study> study(String id);

    /** {@return all studies, the one defined last first} */
    List<Study> studies();

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
