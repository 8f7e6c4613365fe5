package io.quantloom.engine.model.explanation;

import io.quantloom.engine.model.TrainedModel;

/** A model with rows to explain it on. Takes its arrays over, which nobody may change. Does not close the model. */
public final class ExplainedModel {

    private final TrainedModel model;
    private final double[][] background;
    private final double[][] rows;

    private ExplainedModel(TrainedModel model, double[][] background, double[][] rows) {
        this.model = model;
        this.background = background;
        this.rows = rows;
    }

    /**
     * Returns the model with its rows.
     *
     * @param background rows that stand for the average: those it was trained on, at least one
     * @param rows rows to explain, oldest first, at least one: those it was not trained on
     * @throws IllegalArgumentException if there are none of one kind
     */
    public static ExplainedModel of(TrainedModel model, double[][] background, double[][] rows) {
        if (background.length == 0 || rows.length == 0) {
            throw new IllegalArgumentException(
                    "expected rows to explain and a background, was " + rows.length + " and " + background.length);
        }
        return new ExplainedModel(model, background, rows);
    }

    TrainedModel model() {
        return model;
    }

    double[][] background() {
        return background;
    }

    double[][] rows() {
        return rows;
    }
}
