package io.quantloom.engine.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a version of a trend classifier says of itself in its tags, by the names of source 2, each value of its own type:
 * names and importances are JSON, numbers are plain. The version's metrics hold the five figures of {@link #METRICS} as
 * numbers, never as texts. Immutable.
 *
 * @param symbol the asset as the configuration names it, for example {@code SOL}
 * @param classifier name of the learner
 * @param trend what the positive class is
 * @param targetPct by how much the price must move, a fraction; empty for labels without one fixed target
 * @param windowDays how far ahead, in days; empty where the label has no such length
 * @param featureNames in the order of the model's inputs
 * @param featureImportance mean absolute contribution of each feature, by name; empty when it was not explained
 */
public record TrendTags(
        String symbol,
        String classifier,
        Trend trend,
        OptionalDouble targetPct,
        OptionalInt windowDays,
        List<String> featureNames,
        SortedMap<String, Double> featureImportance) {

    /** Keys of the metrics that source 2 keeps with a version. */
    public static final List<String> METRICS =
            List.of("overall_score", "accuracy", "precision", "positive_accuracy", "negative_accuracy");

    /** Stands for the trend of a version that judges another's signals. */
    public static final String META = "meta";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SYMBOL = "symbol";
    private static final String CLASSIFIER = "classifier";
    private static final String TREND = "classified_trend";
    private static final String TARGET = "target_pct";
    private static final String WINDOW = "prediction_window_days";
    private static final String NAMES = "feature_names";
    private static final String IMPORTANCE = "feature_importance";

    /** Copies the collections. */
    public TrendTags {
        featureNames = List.copyOf(featureNames);
        featureImportance = Collections.unmodifiableSortedMap(new TreeMap<>(featureImportance));
    }

    /** Returns the tags of a version; empty for one that is no trend classifier. */
    public static Optional<TrendTags> of(ModelVersion version) {
        return read(version, Optional.ofNullable(version.tags().get(TREND)).flatMap(Trend::parse));
    }

    /**
     * Returns the tags of a version that judges another's signals, as those of a classifier of the trend that the signals say
     * now; empty for one that does not.
     */
    public static Optional<TrendTags> ofMeta(ModelVersion version, Trend now) {
        return META.equals(version.tags().get(TREND)) ? read(version, Optional.of(now)) : Optional.empty();
    }

    private static Optional<TrendTags> read(ModelVersion version, Optional<Trend> trend) {
        Map<String, String> tags = version.tags();
        String symbol = tags.get(SYMBOL);
        if (trend.isEmpty() || symbol == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TrendTags(
                    symbol,
                    tags.getOrDefault(CLASSIFIER, ""),
                    trend.get(),
                    tags.containsKey(TARGET)
                            ? OptionalDouble.of(Double.parseDouble(tags.get(TARGET)))
                            : OptionalDouble.empty(),
                    tags.containsKey(WINDOW) ? OptionalInt.of(Integer.parseInt(tags.get(WINDOW))) : OptionalInt.empty(),
                    names(tags.getOrDefault(NAMES, "[]")),
                    importance(tags.getOrDefault(IMPORTANCE, "{}"))));
        } catch (JsonProcessingException | NumberFormatException e) {
            // Somebody else's tags of the same names.
            return Optional.empty();
        }
    }

    /** {@return the tags of a version whose positive class is that a signal is right, whichever way it points} */
    public SortedMap<String, String> tagsOfMeta() {
        SortedMap<String, String> tags = tags();
        tags.put(TREND, META);
        return tags;
    }

    /** {@return the tags by name} */
    public SortedMap<String, String> tags() {
        var tags = new TreeMap<String, String>();
        tags.put(SYMBOL, symbol);
        tags.put(CLASSIFIER, classifier);
        tags.put(TREND, trend.text());
        targetPct.ifPresent(target -> tags.put(TARGET, String.valueOf(target)));
        windowDays.ifPresent(days -> tags.put(WINDOW, String.valueOf(days)));
        ArrayNode names = JSON.createArrayNode();
        featureNames.forEach(names::add);
        tags.put(NAMES, text(names));
        ObjectNode importance = JSON.createObjectNode();
        featureImportance.forEach(importance::put);
        tags.put(IMPORTANCE, text(importance));
        return tags;
    }

    private static List<String> names(String json) throws JsonProcessingException {
        var names = new ArrayList<String>();
        JSON.readTree(json).forEach(node -> names.add(node.asText()));
        return names;
    }

    private static SortedMap<String, Double> importance(String json) throws JsonProcessingException {
        var importance = new TreeMap<String, Double>();
        for (Map.Entry<String, JsonNode> entry : JSON.readTree(json).properties()) {
            importance.put(entry.getKey(), entry.getValue().asDouble());
        }
        return importance;
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }
}
