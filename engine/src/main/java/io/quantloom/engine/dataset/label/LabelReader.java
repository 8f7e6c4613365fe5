package io.quantloom.engine.dataset.label;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.TripleBarrier.Width;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads a definition of labels (contracts.md, Labels); what is left out has the value shown there. */
public final class LabelReader {

    private static final int MOST_BARS = 100_000;
    private static final String ALL = "all";
    private static final Map<String, String> TYPES = words("triple-barrier", "forward-return", "sma-trend", "meta");

    private LabelReader() {}

    /** Reads the section {@code label} of a configuration; what is wrong with it becomes findings. */
    public static LabelDefinition read(Section label) {
        return switch (label.optional("type", Kind.oneOf(TYPES, "triple-barrier"), "triple-barrier")) {
            case "forward-return" -> forwardReturn(label);
            case "sma-trend" -> smaTrend(label);
            case "meta" -> meta(label);
            default -> barriers(label, events(label));
        };
    }

    /**
     * Reads a file that holds a definition and nothing else.
     *
     * @param file its name, for failures
     * @return PARSING or INVALID as {@link YamlText#read} says
     */
    public static Outcome<LabelDefinition> read(String file, String text) {
        return YamlText.read(file, text, root -> root.has("label") ? read(root.section("label")) : read(root));
    }

    private static LabelDefinition forwardReturn(Section label) {
        return new ForwardReturn(
                label.optional("horizon", bars(1), 24),
                label.optional("cost", fraction("a fraction in [0, 1)", 0, false), 0.002),
                label.optional("entry", Words.kind(TripleBarrier.Entry.values()), TripleBarrier.Entry.NEXT_OPEN),
                direction(label));
    }

    private static LabelDefinition smaTrend(Section label) {
        return new SmaTrend(
                label.optional("window", bars(1), 10),
                label.optional("horizon", bars(1), 10),
                label.optional("change", fraction("a fraction in (0, 1)", 0, true), 0.05),
                direction(label));
    }

    private static LabelDefinition meta(Section label) {
        PrimarySignal primary = primary(label.section("primary"));
        TripleBarrier outcome = barriers(label, OptionalDouble.empty());
        if (outcome.width() == Width.FIXED && outcome.takeProfit() >= 1) {
            label.finding("take_profit", "below 1, as the primary may be short", String.valueOf(outcome.takeProfit()));
            return new MetaLabel(primary, TripleBarrier.of(4, 4, 24));
        }
        return new MetaLabel(primary, outcome);
    }

    private static PrimarySignal primary(Section section) {
        Map<String, String> types = words("sma-cross", "momentum");
        if (section.optional("type", Kind.oneOf(types, "sma-cross"), "sma-cross")
                .equals("momentum")) {
            return new PrimarySignal.Momentum(
                    section.optional("lookback", bars(1), 14),
                    section.optional("threshold", Kind.number(0, Double.POSITIVE_INFINITY), 0.02));
        }
        int fast = section.optional("fast", bars(1), 10);
        int slow = section.optional("slow", bars(2), 20);
        if (slow <= fast) {
            section.finding("slow", "more than fast, which is " + fast, String.valueOf(slow));
            return new PrimarySignal.SmaCross(10, 20);
        }
        return new PrimarySignal.SmaCross(fast, slow);
    }

    private static OptionalDouble events(Section label) {
        if (label.isSection("events")) {
            return OptionalDouble.of(label.section("events").required("cusum", Kind.positive()));
        }
        label.optional("events", Kind.oneOf(Map.of(ALL, true), true), true);
        return OptionalDouble.empty();
    }

    private static TripleBarrier barriers(Section label, OptionalDouble cusum) {
        Width width = label.optional("barriers", Words.kind(Width.values()), Width.VOLATILITY);
        boolean fixed = width == Width.FIXED;
        Kind<Double> fall = fraction("a fraction in (0, 1)", 0, true);
        return new TripleBarrier(
                fixed
                        ? label.required("take_profit", Kind.positive())
                        : label.optional("take_profit", Kind.positive(), 4.0),
                fixed ? label.required("stop_loss", fall) : label.optional("stop_loss", Kind.positive(), 4.0),
                label.optional("horizon", bars(1), 24),
                fixed
                        ? TripleBarrier.DEFAULT_SPAN
                        : label.optional("volatility_span", bars(2), TripleBarrier.DEFAULT_SPAN),
                cusum,
                label.optional("entry", Words.kind(TripleBarrier.Entry.values()), TripleBarrier.Entry.NEXT_OPEN),
                label.optional("touch", Words.kind(TripleBarrier.Touch.values()), TripleBarrier.Touch.HIGH_LOW),
                label.optional("vertical", Words.kind(TripleBarrier.Vertical.values()), TripleBarrier.Vertical.SIGN),
                width);
    }

    private static Direction direction(Section label) {
        return label.optional("class", Words.kind(Direction.values()), Direction.UP);
    }

    private static Kind<Integer> bars(int least) {
        return Kind.whole(least, MOST_BARS);
    }

    private static Kind<Double> fraction(String expected, double least, boolean open) {
        Kind<Double> number = Kind.number(least, 1);
        return new Kind<>(
                expected,
                text -> number.parse().apply(text).filter(value -> value < 1 && (!open || value > least)),
                0.5);
    }

    private static Map<String, String> words(String... all) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : all) {
            words.put(word, word);
        }
        return words;
    }
}
