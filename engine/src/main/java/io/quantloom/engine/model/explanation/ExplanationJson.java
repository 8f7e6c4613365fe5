package io.quantloom.engine.model.explanation;

import static io.quantloom.engine.model.evaluation.ArtifactJson.bytes;
import static io.quantloom.engine.model.evaluation.ArtifactJson.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.evaluation.ArtifactJson;
import io.quantloom.engine.model.evaluation.Measure;
import java.util.Locale;

/** An explanation as the artifact {@link #FILE} of a run; numbers read back to the same double. */
public final class ExplanationJson {

    /** Path of the artifact. */
    public static final String FILE = "explanation.json";

    private ExplanationJson() {}

    /** Returns the file; equal explanations give equal bytes. */
    public static byte[] write(Explanation explanation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("method", explanation.method().text());
        root.put("space", explanation.space().text());
        root.put("rows", explanation.rows());
        root.put("background", explanation.background());
        ArrayNode features = root.putArray("features");
        for (FeatureImportance each : explanation.features()) {
            ObjectNode node = features.addObject();
            node.put("feature", each.feature())
                    .put("mean_abs", each.meanAbsolute())
                    .put("mean", each.mean());
            measure(node, "stability", each.stability());
        }
        ObjectNode stability = root.putObject("stability");
        stability.put("folds", explanation.stability().folds());
        stability.put("top", explanation.stability().top());
        measure(stability, "rank_correlation", explanation.stability().rankCorrelation());
        ArrayNode examples = root.putArray("examples");
        explanation.examples().forEach(each -> examples.add(tree(each)));
        return bytes(root);
    }

    /** Returns one row's explanation as a document of its own. */
    public static byte[] write(Waterfall waterfall) {
        return bytes(tree(waterfall));
    }

    /** Reads the file. PARSING when it is none. */
    public static Outcome<Explanation> read(byte[] content) {
        return ArtifactJson.read(
                content, "an explanation", FILE, "explain the model again", ExplanationJson::explanation);
    }

    private static Explanation explanation(JsonNode root) {
        JsonNode stability = root.required("stability");
        return new Explanation(
                method(root.required("method").asText()),
                space(root),
                root.required("rows").asInt(),
                root.required("background").asInt(),
                list(root.required("features"), ExplanationJson::feature),
                new RankStability(
                        stability.required("folds").asInt(),
                        stability.required("top").asInt(),
                        measure(stability, "rank_correlation")),
                list(root.required("examples"), ExplanationJson::waterfall));
    }

    private static ObjectNode tree(Waterfall waterfall) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", waterfall.title())
                .put("row", waterfall.row())
                .put("space", waterfall.space().text())
                .put("base", waterfall.base())
                .put("output", waterfall.output());
        ArrayNode contributions = node.putArray("contributions");
        for (Contribution each : waterfall.contributions()) {
            contributions
                    .addObject()
                    .put("feature", each.feature())
                    .put("value", each.value())
                    .put("contribution", each.contribution());
        }
        return node;
    }

    private static Waterfall waterfall(JsonNode node) {
        return new Waterfall(
                node.required("title").asText(),
                node.required("row").asInt(),
                space(node),
                node.required("base").asDouble(),
                node.required("output").asDouble(),
                list(
                        node.required("contributions"),
                        each -> new Contribution(
                                each.required("feature").asText(),
                                each.required("value").asDouble(),
                                each.required("contribution").asDouble())));
    }

    private static FeatureImportance feature(JsonNode node) {
        return new FeatureImportance(
                node.required("feature").asText(),
                node.required("mean_abs").asDouble(),
                node.required("mean").asDouble(),
                measure(node, "stability"));
    }

    private static Explanation.Method method(String word) {
        return Explanation.Method.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static OutputSpace space(JsonNode node) {
        String word = node.required("space").asText();
        return OutputSpace.ofText(word).orElseThrow(() -> new IllegalArgumentException("no space named " + word));
    }

    /** An undefined measure is null, with the reason beside it. */
    private static void measure(ObjectNode node, String name, Measure measure) {
        if (measure.isDefined()) {
            node.put(name, measure.orThrow());
        } else {
            node.putNull(name);
            node.put("reason", measure.reason());
        }
    }

    private static Measure measure(JsonNode node, String name) {
        JsonNode value = node.required(name);
        return value.isNull() ? Measure.undefined(node.required("reason").asText()) : Measure.of(value.asDouble());
    }
}
