package io.quantloom.engine.backtest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each window of a walk-forward chose and earned. Immutable.
 *
 * @param objective key of the statistic that chose
 * @param candidates how many there were to choose from
 * @param impossible how many combinations of the grid were no strategy
 * @param windows oldest first
 */
public record WalkForwardReport(String objective, int candidates, int impossible, List<Window> windows)
        implements BacktestDetail {

    /** Copies the list. */
    public WalkForwardReport {
        windows = List.copyOf(windows);
    }

    /**
     * One window. Times are open times in epoch milliseconds UTC; numbers are NaN where there is none.
     *
     * @param trainFrom first training bar
     * @param testFrom first test bar
     * @param testTo last test bar
     * @param chosen the parameters of the best candidate by key; empty when none had the objective, and the account is flat
     * @param inSample the objective of the chosen candidate on the training bars
     * @param sharpeRatio of the stitched curve over the test bars, annualized
     * @param totalReturn of the stitched curve over the test bars, a fraction
     * @param trades finished in the test bars
     */
    public record Window(
            long trainFrom,
            long testFrom,
            long testTo,
            Map<String, String> chosen,
            double inSample,
            double sharpeRatio,
            double totalReturn,
            int trades) {

        /** Copies the map. */
        public Window {
            chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        }
    }
}
