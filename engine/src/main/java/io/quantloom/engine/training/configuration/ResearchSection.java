package io.quantloom.engine.training.configuration;

import io.quantloom.engine.dataset.SampleWeighting;
import io.quantloom.engine.dataset.split.PurgedKFold;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.market.twin.Drift;
import io.quantloom.engine.market.twin.TwinMethod;
import io.quantloom.engine.model.calibration.CalibrationMethod;
import io.quantloom.engine.model.explanation.ExplainSpec;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.training.configuration.FactorySpec.Research;
import io.quantloom.engine.training.configuration.FactorySpec.Settings;
import io.quantloom.engine.training.placebo.PlaceboSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code weights:}, {@code calibration:}, {@code explain:} and {@code placebo:} of a factory configuration. */
final class ResearchSection {

    private static final int FOLD_ROWS = 2;
    private static final int SETS = 128;
    private static final int MOST_SETS = 100_000;
    /** The fewest twins that can put a score above 95 % of luck. */
    private static final int TWINS = 19;

    private static final int MOST_TWINS = 10_000;
    private static final int MOST_ROWS = 1_000_000;

    private ResearchSection() {}

    /**
     * Reads the keys.
     *
     * @param gates one that asks for the placebo has one made
     * @param nested read with the validation
     */
    static Research read(Section root, Settings settings, List<Gate> gates, Optional<PurgedKFold> nested) {
        return new Research(
                SampleWeighting.read(root, "weights"),
                settings,
                calibration(root),
                explain(root),
                placebo(root, gates),
                nested);
    }

    private static Optional<CalibrationMethod> calibration(Section root) {
        Map<String, Optional<CalibrationMethod>> words = new LinkedHashMap<>();
        words.put("none", Optional.empty());
        for (CalibrationMethod method : CalibrationMethod.values()) {
            words.put(method.text(), Optional.of(method));
        }
        return root.optional("calibration", Kind.oneOf(words, Optional.empty()), Optional.empty());
    }

    // Kernel SHAP asks the model for each background row, explained row and set of features. What varies most is the
    // background, what costs least in accuracy are the sets: a nearly additive model needs few.
    private static ExplainSpec explain(Section root) {
        Section section = root.section("explain");
        ExplainSpec usual = ExplainSpec.usual();
        return new ExplainSpec(
                section.optional("background", Kind.whole(1, MOST_ROWS), usual.background()),
                section.optional("rows", Kind.whole(1, MOST_ROWS), 5),
                FOLD_ROWS,
                usual.treeRows(),
                section.optional("sets", Kind.whole(1, MOST_SETS), SETS),
                usual.top());
    }

    private static Optional<PlaceboSpec> placebo(Section root, List<Gate> gates) {
        boolean isAsked = gates.stream().anyMatch(gate -> gate.metric().equals(GateMetric.PLACEBO_PERCENTILE.key()));
        if (!root.has("placebo") && !isAsked) {
            return Optional.empty();
        }
        Section section = root.section("placebo");
        Map<String, TwinMethod> methods = new LinkedHashMap<>();
        methods.put("signs", new TwinMethod.Signs());
        methods.put("phases", new TwinMethod.Phases());
        methods.put("blocks", new TwinMethod.Blocks(TwinMethod.Blocks.Kind.STATIONARY, 20, true));
        TwinMethod signs = new TwinMethod.Signs();
        return Optional.of(new PlaceboSpec(
                section.optional("method", Kind.oneOf(methods, signs), signs),
                section.optional("drift", FactoryFile.words(Drift.values(), Drift::text), Drift.KEPT),
                section.optional("twins", Kind.whole(1, MOST_TWINS), TWINS)));
    }
}
