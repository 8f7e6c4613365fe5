package io.quantloom.engine.training;

import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.training.measurement.Measured;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A candidate whose gates were run.
 *
 * @param measured the candidate
 * @param gates threshold and actual, one for each gate of the configuration
 */
record Judged(Measured measured, List<GateResult> gates) {

    public Judged {
        gates = List.copyOf(gates);
    }

    /** {@return whether there are gates and every one was met} */
    boolean passed() {
        return !gates.isEmpty() && gates.stream().allMatch(GateResult::passed);
    }

    /** {@return why it did not pass, gate by gate with threshold and actual; empty when it did} */
    String reason() {
        return gates.stream()
                .filter(result -> !result.passed())
                .map(result -> result.reason() + " (" + result.gate().basis().text() + ")")
                .collect(Collectors.joining("; "));
    }

    /** {@return the tag that says what became of it} */
    Map<String, String> tag() {
        return Map.of(Tags.GATE, passed() ? "passed" : "refused");
    }
}
