package io.quantloom.ui.factory;

import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.control.Tone;
import java.util.List;
import java.util.Optional;

/**
 * One symbol of a factory run. Immutable.
 *
 * @param symbol the instrument
 * @param run id of its run; empty when it was not begun
 * @param result how it ended
 * @param stages in the order of the run's columns
 * @param trials recorded trials
 * @param learner best learner; empty without one
 * @param model what was registered; empty when nothing was
 * @param reason why it was refused or failed; empty when it passed
 * @param gates with what was measured
 * @param facts what was written on the way
 */
record SymbolRow(
        String symbol,
        String run,
        Result result,
        List<StageCell> stages,
        int trials,
        String learner,
        Optional<Registered> model,
        String reason,
        List<GateTable.Gate> gates,
        List<Fact> facts) {

    SymbolRow {
        stages = List.copyOf(stages);
        gates = List.copyOf(gates);
        facts = List.copyOf(facts);
    }

    /** How a symbol ended. */
    enum Result {
        /** Not begun. */
        WAITING(Tone.MUTED),
        /** Under way. */
        RUNNING(Tone.ACCENT),
        /** Every gate passed. */
        PASSED(Tone.OK),
        /** A gate refused. */
        REFUSED(Tone.WARN),
        /** An error stopped it. */
        FAILED(Tone.BAD),
        /** Canceled, or its process died. */
        CUT_OFF(Tone.MUTED);

        private final Tone tone;

        Result(Tone tone) {
            this.tone = tone;
        }

        Tone tone() {
            return tone;
        }
    }

    /** A version in the registry. */
    record Registered(String model, int version) {}

    /** Something that was written on the way. */
    record Fact(String name, String value) {}
}
