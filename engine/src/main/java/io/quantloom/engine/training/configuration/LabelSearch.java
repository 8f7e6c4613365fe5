package io.quantloom.engine.training.configuration;

import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.label.TripleBarrier.Width;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchParameter;
import java.util.Arrays;
import java.util.List;

/** Which settings of a label can be searched, and the label that a trial asks for. */
public final class LabelSearch {

    private LabelSearch() {}

    /** Returns which settings of the label can be searched: for longs and shorts by one model, barriers stay equal. */
    static List<String> parameters(LabelDefinition label, DecisionRule rule) {
        if (!(label instanceof TripleBarrier barrier)) {
            return List.of();
        }
        return Arrays.stream(SearchParameter.values())
                .filter(SearchParameter::isOfLabel)
                .filter(parameter -> barrier.width() == Width.VOLATILITY || parameter == SearchParameter.HORIZON)
                .filter(parameter -> !rule.longShort()
                        || (parameter != SearchParameter.TAKE_PROFIT && parameter != SearchParameter.STOP_LOSS))
                .map(SearchParameter::key)
                .toList();
    }

    /** Returns the label with the settings that the trial names; what it does not name stays. */
    public static LabelDefinition of(LabelDefinition label, Hyperparameters parameters) {
        if (!(label instanceof TripleBarrier barrier)) {
            return label;
        }
        double takeProfit = parameters.number(SearchParameter.BARRIERS.key(), barrier.takeProfit());
        double stopLoss = parameters.number(SearchParameter.BARRIERS.key(), barrier.stopLoss());
        return new TripleBarrier(
                parameters.number(SearchParameter.TAKE_PROFIT.key(), takeProfit),
                parameters.number(SearchParameter.STOP_LOSS.key(), stopLoss),
                parameters.whole(SearchParameter.HORIZON.key(), barrier.horizon()),
                parameters.whole(SearchParameter.VOLATILITY_SPAN.key(), barrier.volatilitySpan()),
                barrier.cusum(),
                barrier.entry(),
                barrier.touch(),
                barrier.vertical(),
                barrier.width());
    }
}
