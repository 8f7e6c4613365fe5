package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Event;

/** Something happened to a run. */
public sealed interface RunEvent extends Event {

    /** {@return the run} */
    RunId run();

    /** It began. */
    record Began(RunId run) implements RunEvent {}

    /** Params, metrics or tags were added. */
    record Logged(RunId run) implements RunEvent {}

    /** It ended. */
    record Ended(RunId run, RunStatus status) implements RunEvent {}
}
