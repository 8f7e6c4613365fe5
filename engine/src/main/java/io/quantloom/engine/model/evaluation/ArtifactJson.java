package io.quantloom.engine.model.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the JSON artifacts of a model have in common: the same bytes for the same tree, and one failure when it is none. */
public final class ArtifactJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ArtifactJson() {}

    /** {@return the tree as indented UTF-8} */
    public static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(tree)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    /**
     * Reads an artifact. PARSING when the content is no JSON or the reader throws an IllegalArgumentException.
     *
     * @param what it should be, for the failure
     * @param file its path
     * @param action how to get one
     */
    public static <T> Outcome<T> read(
            byte[] content, String what, String file, String action, Function<JsonNode, T> reader) {
        try {
            return Outcome.success(reader.apply(JSON.readTree(content)));
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.failed(Failure.of(Reason.PARSING, what, String.valueOf(e.getMessage()), file, action)
                    .causedBy(e));
        }
    }

    /** {@return each item of the array, read} */
    public static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        array.forEach(each -> values.add(read.apply(each)));
        return values;
    }
}
