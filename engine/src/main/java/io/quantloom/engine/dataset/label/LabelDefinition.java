package io.quantloom.engine.dataset.label;

import io.quantloom.engine.market.BarSeries;
import java.util.Optional;

/**
 * How the past is labeled: which bars are events, and what followed each. A label reads bars up to its end and none behind
 * it; an event that the last bar has not decided has no label, never a negative one. Immutable; equal definitions have
 * equal {@link #text}.
 */
public sealed interface LabelDefinition permits TripleBarrier, ForwardReturn, SmaTrend, MetaLabel {

    /** {@return the definition as canonical text, which {@link #parse} reads back} */
    String text();

    /** Returns the labels of the series' events. */
    Labels label(BarSeries bars);

    /** {@return how many bars after its event a label ends at the latest, above zero: what must lie between a training event and the test window} */
    int horizon();

    /** {@return whether {@code 1 − p} is the probability of a fall, so that one model may trade both sides} */
    boolean isSymmetric();

    /**
     * {@return the position that a positive label pays: +1 long, −1 short; 0: that of its event, {@link Labels#side}}
     */
    int side();

    /** {@return the signals that the label judges; empty where it speaks of prices} */
    default Optional<PrimarySignal> judged() {
        return Optional.empty();
    }

    /** {@return the barriers, whose distances may be exits; empty where the definition has none} */
    Optional<TripleBarrier> barriers();

    /** Returns the definition whose {@link #text} this is; empty for any other text. */
    static Optional<LabelDefinition> parse(String text) {
        return TripleBarrier.parse(text)
                .<LabelDefinition>map(barrier -> barrier)
                .or(() -> ForwardReturn.parse(text))
                .or(() -> SmaTrend.parse(text))
                .or(() -> MetaLabel.parse(text));
    }
}
