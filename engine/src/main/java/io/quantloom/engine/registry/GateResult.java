package io.quantloom.engine.registry;

import java.util.OptionalDouble;

/**
 * A gate with what was measured. Immutable.
 *
 * @param gate the condition
 * @param actual what was measured; empty when undefined
 * @param passed whether it was met
 * @param reason why not; empty when it was
 */
public record GateResult(Gate gate, OptionalDouble actual, boolean passed, String reason) {}
