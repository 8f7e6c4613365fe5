package io.quantloom.engine.training;

import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Barriers as search parameters: {@code label.take_profit}, {@code label.stop_loss}, {@code label.width} for both at once,
 * and {@code label.horizon}. Trials with other labels are comparable only by what they earn (product.md F30), which is why
 * the objective is a trading statistic then.
 */
final class LabelSearch {

    private static final String TAKE = "label.take_profit";
    private static final String STOP = "label.stop_loss";
    private static final String WIDTH = "label.width";
    private static final String HORIZON = "label.horizon";
    private static final int MOST_BARS = 100_000;

    private final Section search;
    private final LabelDefinition label;
    private final boolean longShort;

    LabelSearch(Section search, LabelDefinition label, boolean longShort) {
        this.search = search;
        this.label = label;
        this.longShort = longShort;
    }

    /** Returns the dimensions; what is wrong with them becomes findings. */
    List<Dimension> read() {
        var found = new ArrayList<Dimension>();
        real(TAKE).ifPresent(found::add);
        real(STOP).ifPresent(found::add);
        real(WIDTH).ifPresent(found::add);
        whole().ifPresent(found::add);
        if (!found.isEmpty() && !(label instanceof TripleBarrier)) {
            search.finding(found.getFirst().name(), "a label of type triple-barrier", label.text());
            return List.of();
        }
        boolean apart = found.stream().anyMatch(each -> each.name().equals(TAKE) || each.name().equals(STOP));
        if (apart && longShort) {
            search.finding(TAKE, "label.width for long-short, whose barriers are equal", "one of them alone");
        }
        return found;
    }

    /** Returns the label of a trial. */
    static LabelDefinition of(LabelDefinition label, Hyperparameters parameters) {
        boolean isSearched = List.of(TAKE, STOP, WIDTH, HORIZON).stream().anyMatch(parameters::has);
        if (!isSearched || !(label instanceof TripleBarrier barrier)) {
            return label;
        }
        return new TripleBarrier(
                parameters.number(WIDTH, parameters.number(TAKE, barrier.takeProfit())),
                parameters.number(WIDTH, parameters.number(STOP, barrier.stopLoss())),
                parameters.whole(HORIZON, barrier.horizon()),
                barrier.volatilitySpan(),
                barrier.cusum(),
                barrier.entry(),
                barrier.touch(),
                barrier.vertical(),
                barrier.width());
    }

    private Optional<Dimension> real(String key) {
        if (!search.isList(key)) {
            return search.find(key, Kind.positive()).map(value -> new Dimension.Fixed(key, value));
        }
        List<Double> bounds = search.list(key, Kind.positive());
        if (bounds.size() != 2 || bounds.get(0) >= bounds.get(1)) {
            search.finding(key, "one value, or [lowest, highest]", bounds.toString());
            return Optional.empty();
        }
        return Optional.of(new Dimension.Real(key, bounds.get(0), bounds.get(1), false));
    }

    private Optional<Dimension> whole() {
        Kind<Integer> kind = Kind.whole(1, MOST_BARS);
        if (!search.isList(HORIZON)) {
            return search.find(HORIZON, kind).map(value -> new Dimension.Fixed(HORIZON, (long) value));
        }
        List<Integer> bounds = search.list(HORIZON, kind);
        if (bounds.size() != 2 || bounds.get(0) >= bounds.get(1)) {
            search.finding(HORIZON, "one value, or [lowest, highest]", bounds.toString());
            return Optional.empty();
        }
        return Optional.of(new Dimension.Whole(HORIZON, bounds.get(0), bounds.get(1)));
    }
}
