package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.PerturbationScore;
import io.quantloom.engine.backtest.analysis.resampling.Bootstrap;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarlo;
import io.quantloom.engine.experiment.RunId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a backtest is worth as evidence, saved beside it. A part that could not be made is empty, with the reason under
 * its name in the notes. Immutable.
 *
 * @param run the backtest
 * @param settings it was made with
 * @param curve series and tables
 * @param bootstraps intervals, one for each method
 * @param monteCarlo simulated paths, one for each method
 * @param frontier Sharpe ratio and return over fee, slippage and delay
 * @param perturbation whether neighboring parameters do as well
 * @param findings what should be looked into, gravest first
 * @param notes by part ({@code bootstraps}, {@code monte_carlo}, {@code frontier}, {@code perturbation},
 *     {@code benchmark}): why it is empty, or a convention it uses
 */
public record BacktestAnalysis(
        RunId run,
        AnalysisSettings settings,
        CurveAnalysis curve,
        List<Bootstrap> bootstraps,
        List<MonteCarlo> monteCarlo,
        Optional<CostFrontier> frontier,
        Optional<PerturbationScore> perturbation,
        List<SanityFinding> findings,
        Map<String, String> notes) {

    /** Copies the lists and the map, keeping their order. */
    public BacktestAnalysis {
        bootstraps = List.copyOf(bootstraps);
        monteCarlo = List.copyOf(monteCarlo);
        findings = List.copyOf(findings);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }
}
