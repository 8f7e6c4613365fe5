package io.quantloom.engine.registry;

import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.Gate.Basis;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gates by name. The sources' rules keep their thresholds and their strictness, and are measured where they should have
 * been: on the holdout, which chose nothing.
 */
public final class GatePresets {

    /** Ours, when a configuration names none. */
    public static final String DEFAULT = "default";

    private static final Map<String, List<Gate>> ALL = all();

    private GatePresets() {}

    /** {@return the gates of each preset by its name, ours first} */
    public static Map<String, List<Gate>> byName() {
        return ALL;
    }

    /** {@return ours} */
    public static List<Gate> standard() {
        return ALL.getOrDefault(DEFAULT, List.of());
    }

    private static Map<String, List<Gate>> all() {
        var presets = new LinkedHashMap<String, List<Gate>>();
        Gate sharpe = Gate.atLeast(Statistic.SHARPE_RATIO.key(), Basis.HOLDOUT, 1.0);
        Gate deflated = Gate.atLeast(Statistic.DEFLATED_SHARPE.key(), Basis.WALK_FORWARD, 0.95);
        Gate drawdown = Gate.atMost(Statistic.MAX_DRAWDOWN.key(), Basis.HOLDOUT, 0.25);
        presets.put(DEFAULT, List.of(sharpe, deflated, drawdown));
        presets.put(
                "strict",
                List.of(
                        sharpe,
                        deflated,
                        drawdown,
                        Gate.atLeast(Statistic.TRADES.key(), Basis.WALK_FORWARD, 30),
                        Gate.above(GateMetric.AUC.key(), Basis.WALK_FORWARD, 0.5),
                        Gate.atMost(GateMetric.PBO.key(), Basis.WALK_FORWARD, 0.2),
                        Gate.atLeast(GateMetric.PLACEBO_PERCENTILE.key(), Basis.WALK_FORWARD, 0.95)));
        presets.put("source-0", List.of(Gate.above(Statistic.SHARPE_RATIO.key(), Basis.HOLDOUT, 1.5)));
        presets.put(
                "source-2",
                List.of(
                        Gate.above(GateMetric.POSITIVE_ACCURACY.key(), Basis.HOLDOUT, 0.5),
                        Gate.above(GateMetric.NEGATIVE_ACCURACY.key(), Basis.HOLDOUT, 0.5),
                        Gate.above(GateMetric.OVERALL_SCORE.key(), Basis.HOLDOUT, 0.6)));
        presets.put("source-4", List.of(Gate.above(Statistic.SHARPE_RATIO.key(), Basis.HOLDOUT, 1.0)));
        return Collections.unmodifiableMap(presets);
    }
}
