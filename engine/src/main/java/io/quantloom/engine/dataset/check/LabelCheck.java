package io.quantloom.engine.dataset.check;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.check.Leak.Check;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.dataset.label.Labels.Label;
import io.quantloom.engine.market.BarSeries;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Looks for labels that know more than the bars up to their end, and for labels of events that are not decided yet. Values
 * are compared by their bits.
 */
public final class LabelCheck {

    private static final double[] POISONS = {1e6, 1e-6, 1};

    private LabelCheck() {}

    /**
     * Returns the first leak; empty for a clean definition.
     *
     * @param definition makes labels of a series
     * @param bars at least two
     * @param cuts bars at which the future is cut off and poisoned, above zero
     */
    public static Optional<Leak> run(Function<BarSeries, Labels> definition, BarSeries bars, int cuts, Seeds seeds) {
        RandomGenerator random = seeds.random();
        Labels whole = definition.apply(bars);
        for (int k = 0; k < cuts; k++) {
            int last = random.nextInt(bars.size() - 1);
            Map<Integer, Label> decided = decidedBy(whole, last);
            // Over the bars up to the cut there are the decided labels and no others.
            Labels truncated = definition.apply(bars.slice(0, last + 1));
            Optional<Leak> leak = compare(Check.TRUNCATION, decidedBy(truncated, Integer.MAX_VALUE), decided);
            for (double factor : POISONS) {
                if (leak.isEmpty()) {
                    Labels poisoned = definition.apply(Poison.after(bars, last + 1, factor, random));
                    leak = compare(Check.POISON, decided, decidedBy(poisoned, last));
                }
            }
            if (leak.isPresent()) {
                return leak;
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, Label> decidedBy(Labels labels, int last) {
        Map<Integer, Label> decided = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.end(i) <= last) {
                decided.put(labels.bar(i), labels.at(i));
            }
        }
        return decided;
    }

    private static Optional<Leak> compare(Check check, Map<Integer, Label> expected, Map<Integer, Label> found) {
        var bars = new java.util.TreeSet<>(expected.keySet());
        bars.addAll(found.keySet());
        for (int bar : bars) {
            Label one = expected.get(bar);
            Label other = found.get(bar);
            if (one == null || other == null) {
                return Optional.of(new Leak(check, "label", bar, value(one), value(other)));
            }
            if (!one.equals(other)) {
                String column = one.label() != other.label() ? "label" : one.end() != other.end() ? "end" : "return";
                return Optional.of(new Leak(check, column, bar, part(one, column), part(other, column)));
            }
        }
        return Optional.empty();
    }

    private static double value(@org.jspecify.annotations.Nullable Label label) {
        return label == null ? Double.NaN : label.label();
    }

    private static double part(Label label, String column) {
        return switch (column) {
            case "label" -> label.label();
            case "end" -> label.end();
            default -> label.realizedReturn();
        };
    }
}
