package io.quantloom.ui.predictions;

import java.util.List;
import java.util.Optional;

/**
 * What is said of one symbol. Immutable.
 *
 * @param symbol the asset
 * @param up of a rise; empty without a model in service
 * @param down of a fall; empty without a model in service
 */
record SymbolRow(String symbol, Optional<Said> up, Optional<Said> down) {

    /** A feature the model saw. */
    record Input(String name, double value) {}

    /**
     * What a model said. Immutable.
     *
     * @param probability in [0, 1]; NaN when it was not asked yet
     * @param asOf open time of the bar, epoch milliseconds UTC; 0 when it was not asked yet
     * @param model its name
     * @param version of it
     * @param learner its learner
     * @param target what it was asked, in words
     * @param inputs what it saw
     */
    record Said(
            double probability,
            long asOf,
            String model,
            int version,
            String learner,
            String target,
            List<Input> inputs) {

        Said {
            inputs = List.copyOf(inputs);
        }

        boolean isAsked() {
            return !Double.isNaN(probability);
        }
    }
}
