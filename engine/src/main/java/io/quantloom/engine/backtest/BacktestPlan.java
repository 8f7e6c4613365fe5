package io.quantloom.engine.backtest;

import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a backtest goes through its bars. */
public sealed interface BacktestPlan {

    /** One strategy over all bars of one instrument. */
    record Single() implements BacktestPlan {}

    /**
     * Parameters chosen on each training window and traded on the test window after it, as one account.
     *
     * @param train length of a training window
     * @param test length of a test window; the last one may be shorter
     * @param anchored whether training begins with the first bar each time rather than {@code train} before the test
     * @param objective what the best candidate has most of
     * @param candidates what can be chosen, in the order that decides ties; at least one
     * @param impossible how many combinations of the grid are no strategy, such as a fast window above the slow one
     */
    record WalkForward(
            Duration train,
            Duration test,
            boolean anchored,
            Statistic objective,
            List<Candidate> candidates,
            int impossible)
            implements BacktestPlan {

        /** Copies the list and checks the windows. */
        public WalkForward {
            candidates = List.copyOf(candidates);
            if (!(train.isPositive() && test.isPositive()) || candidates.isEmpty()) {
                throw new IllegalArgumentException("a walk-forward has windows above zero and a candidate");
            }
        }
    }

    /**
     * A strategy of the grid.
     *
     * @param parameters by key of the file, in the grid's order
     * @param strategy the strategy they give
     */
    record Candidate(Map<String, String> parameters, StrategySpec.Rule strategy) {

        /** Copies the map. */
        public Candidate {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /** {@return what the record of a run says of the plan, by key} */
    default Map<String, String> params() {
        return switch (this) {
            case Single _ -> Map.of();
            case WalkForward plan ->
                Map.of(
                        "plan", "walk-forward",
                        "train", plan.train().toString(),
                        "test", plan.test().toString(),
                        "mode", plan.anchored() ? "anchored" : "rolling",
                        "objective", plan.objective().key(),
                        "candidates", Integer.toString(plan.candidates().size()));
        };
    }
}
