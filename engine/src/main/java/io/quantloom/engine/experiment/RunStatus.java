package io.quantloom.engine.experiment;

/** The state of a run, in MLflow's words; {@code INTERRUPTED} is ours, shown to MLflow clients as KILLED. */
public enum RunStatus {
    /** Under way. */
    RUNNING,
    /** Ended with a result. */
    FINISHED,
    /** Ended without a result. */
    FAILED,
    /** Canceled by a person. */
    KILLED,
    /** Its process died; what it had logged is there, and it can be resumed. */
    INTERRUPTED;

    /** {@return whether nothing more will be logged} */
    public boolean isEnded() {
        return this != RUNNING;
    }
}
