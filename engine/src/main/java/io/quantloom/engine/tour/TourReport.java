package io.quantloom.engine.tour;

import io.quantloom.engine.registry.GateResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the walk through the whole loop came to. Immutable.
 *
 * @param stages in order, each with how it ended
 * @param runs tracked by the factory: the parent and one for each symbol
 * @param champion what was promoted; empty when nothing passed its gates
 * @param refused what a gate refused, in the order trained
 * @param paper what the champion did on paper; empty without a champion
 */
public record TourReport(
        List<Stage> stages, int runs, Optional<Champion> champion, List<Refused> refused, Optional<Paper> paper) {

    /** Copies the lists. */
    public TourReport {
        stages = List.copyOf(stages);
        refused = List.copyOf(refused);
    }

    /**
     * A part of the walk.
     *
     * @param name {@code data}, {@code factory}, {@code compare}, {@code gate}, {@code register}, {@code paper},
     *     {@code twin}
     * @param status {@code done}, or {@code skipped} where there was no champion
     * @param seconds how long it took
     */
    public record Stage(String name, String status, double seconds) {}

    /**
     * The model that became Champion.
     *
     * @param model name of the registered model
     * @param version its version
     * @param gates threshold and actual
     */
    public record Champion(String model, int version, List<GateResult> gates) {
        /** Copies the list. */
        public Champion {
            gates = List.copyOf(gates);
        }
    }

    /**
     * A candidate that was refused.
     *
     * @param model name it would have been registered under
     * @param gates threshold and actual
     * @param reason the gates that were not met
     */
    public record Refused(String model, List<GateResult> gates, String reason) {
        /** Copies the list. */
        public Refused {
            gates = List.copyOf(gates);
        }
    }

    /**
     * The paper account.
     *
     * @param bot its name
     * @param fills number of fills
     * @param finalEquity of the account after the last bar; empty when it took none
     * @param reconciled whether the twin backtest gives the same fills and the same account
     */
    public record Paper(String bot, int fills, OptionalDouble finalEquity, boolean reconciled) {}
}
