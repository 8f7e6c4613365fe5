package io.quantloom.engine.training.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.training.tracking.FoldWindows.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The windows of all folds as a file of a symbol's run. */
public final class FoldWindowsJson {

    private static final JsonMapper JSON = new JsonMapper();

    private FoldWindowsJson() {}

    public static byte[] write(List<FoldWindows> folds) {
        ArrayNode root = JSON.createArrayNode();
        for (FoldWindows fold : folds) {
            ObjectNode object = root.addObject().put("number", fold.number()).put("holdout", fold.isHoldout());
            write(object.putArray("training"), fold.training());
            write(object.putArray("test"), fold.test());
        }
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(ArrayNode array, List<Span> spans) {
        spans.forEach(span -> array.addObject()
                .put("from", span.from().toString())
                .put("to", span.to().toString()));
    }

    /** Returns the windows of a file; empty when it is none of ours. */
    static Optional<List<FoldWindows>> read(byte[] content) {
        try {
            var folds = new ArrayList<FoldWindows>();
            for (JsonNode node : JSON.readTree(content)) {
                folds.add(new FoldWindows(
                        node.required("number").asInt(),
                        node.required("holdout").asBoolean(),
                        spans(node.required("training")),
                        spans(node.required("test"))));
            }
            return Optional.of(List.copyOf(folds));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Span> spans(JsonNode array) {
        var spans = new ArrayList<Span>();
        for (JsonNode node : array) {
            spans.add(new Span(
                    Instant.parse(node.required("from").asText()),
                    Instant.parse(node.required("to").asText())));
        }
        return spans;
    }
}
