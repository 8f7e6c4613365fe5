package io.quantloom.engine.tuning;

/**
 * How a study is searched. Immutable.
 *
 * @param sampler who proposes
 * @param pruner who stops trials early
 */
public record SearchMethod(SamplerName sampler, PrunerName pruner) {

    /** Random search, every trial to its end. */
    public static final SearchMethod RANDOM = new SearchMethod(SamplerName.RANDOM, PrunerName.NONE);

    /** Samplers by name. */
    public enum SamplerName {
        /** Tree-structured Parzen estimator. */
        TPE("tpe"),
        /** Independent draws. */
        RANDOM("random"),
        /** Points of a grid. */
        GRID("grid");

        private final String text;

        SamplerName(String text) {
            this.text = text;
        }

        /** {@return the name in files} */
        public String text() {
            return text;
        }
    }

    /** Pruners by name. */
    public enum PrunerName {
        /** Every trial goes to its end. */
        NONE("none"),
        /** Below the median of earlier trials at the same step. */
        MEDIAN("median"),
        /** Asynchronous successive halving. */
        ASHA("asha"),
        /** Several successive halvings side by side. */
        HYPERBAND("hyperband");

        private final String text;

        PrunerName(String text) {
            this.text = text;
        }

        /** {@return the name in files} */
        public String text() {
            return text;
        }
    }
}
