package io.quantloom.engine.experiment;

/** Names of the tags that Quantloom sets itself. */
public final class Tags {
    /** What kind of run: {@code factory}, {@code symbol}, {@code trial}, {@code backtest}. */
    public static final String KIND = "quantloom.kind";
    /** The instrument. */
    public static final String SYMBOL = "quantloom.symbol";
    /** The timeframe. */
    public static final String TIMEFRAME = "quantloom.timeframe";
    /** Content hash of the bars used. */
    public static final String DATA_HASH = "quantloom.data_hash";
    /** Fingerprint of the data set a model was trained on. */
    public static final String DATASET = "quantloom.dataset";
    /** Learner name. */
    public static final String LEARNER = "quantloom.learner";
    /** The seed, decimal. */
    public static final String SEED = "quantloom.seed";
    /** How a symbol of a factory run stands: {@code pending}, {@code passed}, {@code refused}, {@code failed} … */
    public static final String STATUS = "quantloom.status";
    /** Hash of the model file that the run made. */
    public static final String MODEL_HASH = "quantloom.model_hash";
    /** Hash of the model's probabilities on the holdout: a run repeated elsewhere should give the same. */
    public static final String PREDICTIONS_HASH = "quantloom.predictions_hash";
    /** Name of the registered model that came of the run. */
    public static final String MODEL = "quantloom.model";
    /** Its version. */
    public static final String VERSION = "quantloom.version";
    /** {@code passed} or {@code refused}. */
    public static final String GATE = "quantloom.gate";
    /** Present on runs over synthetic data, with the reason. */
    public static final String SYNTHETIC = "quantloom.synthetic";
    /** {@code trending}, {@code ranging} or {@code volatile}: what the market mostly was where the run was judged; source 0's. */
    public static final String REGIME = "regime";
    /** One sentence why a run failed or a candidate was refused. */
    public static final String REASON = "quantloom.reason";

    private Tags() {}
}
