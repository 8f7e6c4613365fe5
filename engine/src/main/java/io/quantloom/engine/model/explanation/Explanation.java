package io.quantloom.engine.model.explanation;

import java.util.List;
import java.util.Locale;

/**
 * What a model looks at. Immutable.
 *
 * @param method how the contributions were found
 * @param space what they add up to
 * @param rows number of rows explained
 * @param background number of rows that stand for the average; 0 where trees need none
 * @param features every feature, the most important first
 * @param stability whether other folds agree
 * @param examples the latest row, and those of which the most and the least is said
 */
public record Explanation(
        Method method,
        OutputSpace space,
        int rows,
        int background,
        List<FeatureImportance> features,
        RankStability stability,
        List<Waterfall> examples) {

    /** How contributions are found. */
    public enum Method {
        /** Exactly, from the trees of the model. */
        TREE,
        /** Exactly, since the margin is a sum of functions of one feature each. */
        ADDITIVE,
        /** Exactly, by all sets of features. */
        KERNEL_EXACT,
        /** By a sample of the sets of features. */
        KERNEL_SAMPLED;

        /** {@return the word used in files} */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the lists. */
    public Explanation {
        features = List.copyOf(features);
        examples = List.copyOf(examples);
    }
}
