package io.quantloom.engine.model.explanation;

/**
 * How much work an explanation may be. Where a model has no exact values of its own, one explained row costs up to
 * {@code (2d + sets) × background} evaluations of it. Immutable.
 *
 * @param background rows that stand for the average, above zero
 * @param rows explained rows of the model itself, above zero
 * @param foldRows explained rows of the model of each fold, above zero
 * @param treeRows explained rows, of each model, where trees give exact values for next to nothing
 * @param sets of features asked for beside the 2d smallest and largest ones, above zero
 * @param top how many features count as the most important when folds are compared, above zero
 */
public record ExplainSpec(int background, int rows, int foldRows, int treeRows, int sets, int top) {

    /** Checks the ranges. */
    public ExplainSpec {
        if (background < 1 || rows < 1 || foldRows < 1 || treeRows < 1 || sets < 1 || top < 1) {
            throw new IllegalArgumentException("expected numbers above zero, was " + background + ", " + rows + ", "
                    + foldRows + ", " + treeRows + ", " + sets + ", " + top);
        }
    }

    /** {@return 200 background rows, 50 rows, 10 of each fold, 2,000 of trees, 2,048 sets, the five most important} */
    public static ExplainSpec usual() {
        return new ExplainSpec(200, 50, 10, 2_000, 2_048, 5);
    }
}
