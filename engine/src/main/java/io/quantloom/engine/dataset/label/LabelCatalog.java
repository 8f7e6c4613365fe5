package io.quantloom.engine.dataset.label;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** Definitions that have a name: those of the sources and ours. */
public final class LabelCatalog {

    private static final Map<String, LabelDefinition> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("triple-barrier", TripleBarrier.of(4, 4, 24));
        NAMED.put("forward-return", new ForwardReturn(24, 0.002, TripleBarrier.Entry.NEXT_OPEN, Direction.UP));
        NAMED.put("uptrend", SmaTrend.of(Direction.UP));
        NAMED.put("downtrend", SmaTrend.of(Direction.DOWN));
        NAMED.put("meta", new MetaLabel(new PrimarySignal.SmaCross(10, 20), TripleBarrier.of(4, 4, 24)));
    }

    private LabelCatalog() {}

    /** {@return every definition by name, in an order for people} */
    public static Map<String, LabelDefinition> all() {
        return java.util.Collections.unmodifiableMap(NAMED);
    }

    /** Returns the definition with the name, or the one whose canonical text this is; MISSING_DATA when there is none. */
    public static Outcome<LabelDefinition> named(String name) {
        LabelDefinition found = NAMED.get(name);
        if (found != null) {
            return Outcome.success(found);
        }
        return LabelDefinition.parse(name)
                .map(Outcome::success)
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "one of the labels " + String.join(", ", NAMED.keySet()) + ", or a file",
                        "\"" + name + "\"",
                        "label",
                        "name one of them or give the path of a YAML file")));
    }
}
