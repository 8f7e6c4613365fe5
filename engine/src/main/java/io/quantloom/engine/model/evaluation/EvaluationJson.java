package io.quantloom.engine.model.evaluation;

import static io.quantloom.engine.model.evaluation.ArtifactJson.bytes;
import static io.quantloom.engine.model.evaluation.ArtifactJson.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.base.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;

/** An evaluation as the artifact {@link #FILE} of a run; numbers read back to the same double. */
public final class EvaluationJson {

    /** Path of the artifact. */
    public static final String FILE = "evaluation.json";

    private EvaluationJson() {}

    /** Returns the file; equal evaluations give equal bytes. */
    public static byte[] write(Evaluation evaluation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("rows", evaluation.confusion().rows());
        root.put("effective_rows", evaluation.effectiveRows());
        if (evaluation.threshold().isPresent()) {
            root.put("threshold", evaluation.threshold().getAsDouble());
        } else {
            root.putNull("threshold");
        }
        confusion(root, evaluation.confusion());
        ObjectNode measures = root.putObject("measures");
        evaluation.measures().forEach((name, measure) -> measure(measures, name, measure));
        ObjectNode reasons = root.putObject("reasons");
        evaluation.measures().forEach((name, measure) -> {
            if (!measure.isDefined()) {
                reasons.put(name, measure.reason());
            }
        });
        ArrayNode rates = root.putArray("rates");
        evaluation.rates().forEach(rate -> rate(rates.addObject(), rate));
        ArrayNode roc = root.putArray("roc");
        evaluation.roc().points().forEach(point -> point(roc.addObject(), point));
        if (evaluation.fit().isPresent()) {
            ArrayNode bins = root.putArray("reliability");
            evaluation.fit().get().reliability().bins().forEach(bin -> bin(bins.addObject(), bin));
        } else {
            root.putNull("reliability");
        }
        ArrayNode baselines = root.putArray("baselines");
        evaluation.baselines().forEach(baseline -> baseline(baselines.addObject(), baseline));
        return bytes(root);
    }

    /** Reads the file. PARSING when it is none. */
    public static Outcome<Evaluation> read(byte[] content) {
        return ArtifactJson.read(content, "an evaluation", FILE, "train the model again", EvaluationJson::evaluation);
    }

    private static Evaluation evaluation(JsonNode root) {
        ConfusionMatrix confusion = confusion(root.required("confusion"));
        JsonNode measures = root.required("measures");
        JsonNode threshold = root.required("threshold");
        return new Evaluation(
                root.required("effective_rows").asDouble(),
                threshold.isNull() ? OptionalDouble.empty() : OptionalDouble.of(threshold.asDouble()),
                confusion,
                auc(measures.required("auc"), root.required("reasons")),
                new RocCurve(list(root.required("roc"), EvaluationJson::point)),
                fit(measures, root.required("reliability")),
                list(root.required("baselines"), EvaluationJson::baseline));
    }

    private static void confusion(ObjectNode parent, ConfusionMatrix matrix) {
        parent.putObject("confusion")
                .put("true_positives", matrix.truePositives())
                .put("false_positives", matrix.falsePositives())
                .put("true_negatives", matrix.trueNegatives())
                .put("false_negatives", matrix.falseNegatives());
    }

    private static ConfusionMatrix confusion(JsonNode node) {
        return new ConfusionMatrix(
                node.required("true_positives").asInt(),
                node.required("false_positives").asInt(),
                node.required("true_negatives").asInt(),
                node.required("false_negatives").asInt());
    }

    private static void measure(ObjectNode node, String name, Measure measure) {
        if (measure.isDefined()) {
            node.put(name, measure.orThrow());
        } else {
            node.putNull(name);
        }
    }

    private static Measure auc(JsonNode value, JsonNode reasons) {
        return value.isNull() ? Measure.undefined(reasons.required("auc").asText()) : Measure.of(value.asDouble());
    }

    private static void rate(ObjectNode node, Rate rate) {
        node.put("name", rate.name());
        measure(node, "value", rate.value());
        node.put("rows", rate.rows());
        node.put("effective_rows", rate.effectiveRows());
        rate.interval().ifPresent(interval -> node.put("low", interval.low()).put("high", interval.high()));
    }

    private static void point(ObjectNode node, RocCurve.Point point) {
        node.put("false_positive_rate", point.falsePositiveRate()).put("true_positive_rate", point.truePositiveRate());
        if (Double.isFinite(point.threshold())) {
            node.put("threshold", point.threshold());
        } else {
            node.putNull("threshold");
        }
    }

    private static RocCurve.Point point(JsonNode node) {
        JsonNode threshold = node.required("threshold");
        return new RocCurve.Point(
                node.required("false_positive_rate").asDouble(),
                node.required("true_positive_rate").asDouble(),
                threshold.isNull() ? Double.POSITIVE_INFINITY : threshold.asDouble());
    }

    private static void bin(ObjectNode node, ReliabilityCurve.Bin bin) {
        node.put("from", bin.from())
                .put("to", bin.to())
                .put("rows", bin.rows())
                .put("mean_probability", bin.meanProbability())
                .put("positive_share", bin.positiveShare())
                .put("low", bin.interval().low())
                .put("high", bin.interval().high());
    }

    private static ReliabilityCurve.Bin bin(JsonNode node) {
        return new ReliabilityCurve.Bin(
                node.required("from").asDouble(),
                node.required("to").asDouble(),
                node.required("rows").asInt(),
                node.required("mean_probability").asDouble(),
                node.required("positive_share").asDouble(),
                new Interval(
                        node.required("low").asDouble(), node.required("high").asDouble()));
    }

    private static Optional<ProbabilityFit> fit(JsonNode measures, JsonNode reliability) {
        return reliability.isNull()
                ? Optional.empty()
                : Optional.of(new ProbabilityFit(
                        measures.required("brier").asDouble(),
                        measures.required("log_loss").asDouble(),
                        new ReliabilityCurve(list(reliability, EvaluationJson::bin))));
    }

    private static void baseline(ObjectNode node, Baseline baseline) {
        node.put("learner", baseline.learner());
        if (baseline.score().isEmpty()) {
            node.put("reason", baseline.reason());
            return;
        }
        ClassificationScore score = baseline.score().get();
        confusion(node, score.confusion());
        node.put("accuracy", score.accuracy());
        if (score.auc().isPresent()) {
            node.put("auc", score.auc().getAsDouble());
        } else {
            node.putNull("auc");
        }
        node.put("brier", score.brier()).put("log_loss", score.logLoss());
    }

    private static Baseline baseline(JsonNode node) {
        String learner = node.required("learner").asText();
        if (node.has("reason")) {
            return Baseline.missing(learner, node.required("reason").asText());
        }
        JsonNode auc = node.required("auc");
        return Baseline.of(
                learner,
                new ClassificationScore(
                        confusion(node.required("confusion")),
                        auc.isNull() ? OptionalDouble.empty() : OptionalDouble.of(auc.asDouble()),
                        node.required("brier").asDouble(),
                        node.required("log_loss").asDouble()));
    }
}
