package io.quantloom.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Model cards as JSON documents in UTF-8: every field by name in a fixed order, numbers as the shortest text that reads
 * back to the same value, so equal cards give equal bytes on every platform. Reading is strict: an unknown, missing,
 * doubled or wrongly typed field refuses the card.
 */
public final class ModelCards {

    private static final int FORMAT = 1;
    private static final int LARGEST = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ModelCards() {}

    /**
     * Returns the document of the card.
     *
     * @throws IllegalArgumentException if a hyperparameter is not finite
     */
    public static byte[] write(ModelCard card) {
        card.parameters().values().forEach((name, value) -> {
            if (value instanceof Double number && !Double.isFinite(number)) {
                throw new IllegalArgumentException("hyperparameter " + name + " is " + number);
            }
        });
        try {
            return WRITER.writeValueAsBytes(CardFile.of(card));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model card holds only texts and numbers", e);
        }
    }

    /** Reads the card of a document. PARSING when it is no JSON, INVALID when a field is not what it should be. */
    public static Outcome<ModelCard> read(byte[] document) {
        if (document.length > LARGEST) {
            return failed(Reason.INVALID, "at most " + LARGEST + " bytes", document.length + " bytes");
        }
        try {
            CardFile file = MAPPER.readValue(document, CardFile.class);
            return file.format == FORMAT
                    ? Outcome.success(file.card())
                    : failed(Reason.INVALID, "format " + FORMAT, "format " + file.format);
        } catch (JsonProcessingException e) {
            boolean isJson = e instanceof com.fasterxml.jackson.databind.JsonMappingException;
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            return failed(isJson ? Reason.INVALID : Reason.PARSING, "a model card", message);
        } catch (IllegalArgumentException | DateTimeException e) {
            return failed(Reason.INVALID, "a model card", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static Outcome<ModelCard> failed(Reason reason, String expected, String found) {
        return Outcome.failed(Failure.of(reason, expected, found, "model card", "restore the file from a backup"));
    }

    /** The document's form. */
    @JsonPropertyOrder({
        "format",
        "learner",
        "parameters",
        "features",
        "feature_fingerprint",
        "label",
        "series",
        "data_hash",
        "dataset_fingerprint",
        "trained_from",
        "trained_to",
        "decision",
        "model_hash",
        "seed",
        "runtime"
    })
    private record CardFile(
            @JsonProperty("format") int format,
            @JsonProperty("learner") String learner,
            @JsonProperty("parameters") Map<String, Object> parameters,
            @JsonProperty("features") String features,
            @JsonProperty("feature_fingerprint") String featureFingerprint,
            @JsonProperty("label") String label,
            @JsonProperty("series") SeriesFile series,
            @JsonProperty("data_hash") String dataHash,
            @JsonProperty("dataset_fingerprint") String datasetFingerprint,
            @JsonProperty("trained_from") String trainedFrom,
            @JsonProperty("trained_to") String trainedTo,
            @JsonProperty("decision") DecisionFile decision,
            @JsonProperty("model_hash") String modelHash,
            @JsonProperty("seed") long seed,
            @JsonProperty("runtime") Map<String, String> runtime) {

        private static CardFile of(ModelCard card) {
            return new CardFile(
                    FORMAT,
                    card.learner(),
                    card.parameters().values(),
                    card.features(),
                    card.featureFingerprint().hex(),
                    card.label(),
                    SeriesFile.of(card.series()),
                    card.dataHash().hex(),
                    card.datasetFingerprint().hex(),
                    card.trainedFrom().toString(),
                    card.trainedTo().toString(),
                    DecisionFile.of(card.decision()),
                    card.modelHash().hex(),
                    card.seed(),
                    card.runtime());
        }

        private ModelCard card() {
            if (parameters.containsValue(null) || runtime.containsValue(null)) {
                throw new IllegalArgumentException("null in parameters or runtime");
            }
            return new ModelCard(
                    learner,
                    Hyperparameters.of(parameters),
                    features,
                    new Sha256(featureFingerprint),
                    label,
                    series.key(),
                    new Sha256(dataHash),
                    new Sha256(datasetFingerprint),
                    Instant.parse(trainedFrom),
                    Instant.parse(trainedTo),
                    decision.rule(),
                    new Sha256(modelHash),
                    seed,
                    new TreeMap<>(runtime));
        }
    }

    private record SeriesFile(
            @JsonProperty("symbol") String symbol,
            @JsonProperty("timeframe") String timeframe,
            @JsonProperty("source") String source) {

        private static SeriesFile of(SeriesKey key) {
            return new SeriesFile(key.symbol().name(), key.timeframe().toString(), key.source());
        }

        private SeriesKey key() {
            Timeframe frame = Timeframe.parse(timeframe)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + timeframe + "\" is no timeframe"));
            return new SeriesKey(new Symbol(symbol), frame, source);
        }
    }

    private record DecisionFile(
            @JsonProperty("threshold") double threshold,
            @JsonProperty("exit_threshold") double exitThreshold,
            @JsonProperty("side") String side) {

        private static final String LONG_SHORT = "long-short";

        private static DecisionFile of(DecisionRule rule) {
            return new DecisionFile(rule.threshold(), rule.exitThreshold(), rule.longShort() ? LONG_SHORT : "long");
        }

        private DecisionRule rule() {
            if (!side.equals(LONG_SHORT) && !side.equals("long")) {
                throw new IllegalArgumentException("\"" + side + "\" is no side");
            }
            return new DecisionRule(threshold, exitThreshold, side.equals(LONG_SHORT));
        }
    }
}
