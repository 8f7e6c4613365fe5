package io.quantloom.engine.training.search;

import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.evaluation.Measure;
import io.quantloom.engine.registry.GateMetric;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes numbers out of evaluations. */
public final class Measures {

    private Measures() {}

    /** Returns the measure that a gate asks for; empty when it is undefined. */
    static Optional<Double> of(Evaluation evaluation, GateMetric metric) {
        Measure measure = evaluation.measure(metric.key());
        return measure.isDefined() ? Optional.of(measure.orThrow()) : Optional.empty();
    }

    /** Returns every defined measure, its key behind the prefix. */
    public static Map<String, Double> defined(String prefix, Evaluation evaluation) {
        var defined = new TreeMap<String, Double>();
        evaluation.measures().forEach((key, measure) -> {
            if (measure.isDefined()) {
                defined.put(prefix + key, measure.orThrow());
            }
        });
        return defined;
    }
}
