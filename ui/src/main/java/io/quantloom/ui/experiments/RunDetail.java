package io.quantloom.ui.experiments;

import java.util.List;

/**
 * Everything that is known of one run. Immutable.
 *
 * @param row the run
 * @param params what went in
 * @param metrics what came out, written in their units
 * @param tags what was said of it
 * @param files what it left
 * @param versions registered versions it made
 * @param hasBacktest whether its backtest can be opened
 */
public record RunDetail(
        RunRow row,
        List<Fact> params,
        List<Fact> metrics,
        List<Fact> tags,
        List<Fact> files,
        List<Version> versions,
        boolean hasBacktest) {

    /** Copies the lists. */
    public RunDetail {
        params = List.copyOf(params);
        metrics = List.copyOf(metrics);
        tags = List.copyOf(tags);
        files = List.copyOf(files);
        versions = List.copyOf(versions);
    }

    /**
     * A name and a text. Immutable.
     *
     * @param group what kind of fact it is
     * @param name of the param, metric, tag or file
     * @param value ready to read
     */
    public record Fact(String group, String name, String value) {}

    /**
     * A registered version. Immutable.
     *
     * @param model name of the model
     * @param number of the version
     */
    public record Version(String model, int number) {}
}
