package io.quantloom.app.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;

/** Bodies as source 2's service writes them: JSON, a failure as {@code {"detail": "…"}}. */
final class Answers {

    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    static void give(Context context, JsonNode body) {
        context.contentType("application/json").result(text(body));
    }

    static void fail(Context context, int status, String detail) {
        context.status(status);
        give(context, JsonNodeFactory.instance.objectNode().put("detail", detail));
    }

    private static String text(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }
}
