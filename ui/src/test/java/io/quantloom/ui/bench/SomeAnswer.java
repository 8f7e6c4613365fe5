package io.quantloom.ui.bench;

import io.quantloom.engine.model.explanation.Contribution;
import io.quantloom.engine.model.explanation.OutputSpace;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.engine.prediction.Prediction;
import java.util.ArrayList;
import java.util.Comparator;

/** A made-up way to an answer: in log-odds, from even odds, the first feature by name with the largest part. */
public final class SomeAnswer {

    private static final double SHRINK = 0.6;

    private SomeAnswer() {}

    /** Returns contributions of every input, which add up to what was said. */
    public static Waterfall of(Prediction prediction) {
        double output = Math.log(prediction.probability() / (1 - prediction.probability()));
        var contributions = new ArrayList<Contribution>();
        double left = output;
        int told = 0;
        for (var input : prediction.inputs().entrySet()) {
            told++;
            double part = told == prediction.inputs().size() ? left : left * SHRINK * (told % 3 == 0 ? -1 : 1);
            left -= part;
            contributions.add(new Contribution(input.getKey(), input.getValue(), part));
        }
        contributions.sort(Comparator.comparingDouble(one -> -Math.abs(one.contribution())));
        return new Waterfall("prediction", 0, OutputSpace.LOG_ODDS, 0, output, contributions);
    }
}
