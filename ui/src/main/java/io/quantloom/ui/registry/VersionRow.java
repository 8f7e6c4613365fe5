package io.quantloom.ui.registry;

import io.quantloom.ui.control.GateTable;
import java.util.List;
import java.util.SortedMap;

/**
 * One version of the open model. Immutable.
 *
 * @param model name of the model
 * @param number of the version
 * @param created epoch milliseconds UTC
 * @param aliases it has, ascending
 * @param gated what its gates said
 * @param gates what was measured, ready to show
 * @param card how it was made and trades
 * @param metrics of its holdout backtest, by key
 * @param source what it was made from
 */
public record VersionRow(
        String model,
        int number,
        long created,
        List<String> aliases,
        Gated gated,
        List<GateTable.Gate> gates,
        List<CardFact> card,
        SortedMap<String, Double> metrics,
        Source source) {

    /** Copies the lists. */
    public VersionRow {
        aliases = List.copyOf(aliases);
        gates = List.copyOf(gates);
        card = List.copyOf(card);
    }

    /** What the gates said. */
    public enum Gated {
        /** All passed. */
        PASSED,
        /** At least one did not. */
        REFUSED,
        /** None was run. */
        UNGATED
    }

    /**
     * A line of the model card. Immutable.
     *
     * @param group which part of the card
     * @param label name of the fact
     * @param value ready to read
     */
    public record CardFact(String group, String label, String value) {}

    /**
     * What a version was made from. Immutable.
     *
     * @param symbol the instrument
     * @param timeframe length of a bar
     * @param provider where the bars came from
     * @param dataHash content hash of the bars, abbreviated
     * @param features name of the feature set
     * @param run identifier of the run
     * @param runName name of the run; its identifier when the store has it no longer
     */
    public record Source(
            String symbol,
            String timeframe,
            String provider,
            String dataHash,
            String features,
            String run,
            String runName) {}

    /** {@return how many gates passed} */
    public long passed() {
        return gates.stream()
                .filter(gate -> gate.result() == GateTable.Result.PASS)
                .count();
    }

    /** {@return its name, for example {@code v3}} */
    public String label() {
        return "v" + number;
    }

    /** {@return a metric, NaN when it was not measured} */
    public double metric(String key) {
        return metrics.getOrDefault(key, Double.NaN);
    }
}
