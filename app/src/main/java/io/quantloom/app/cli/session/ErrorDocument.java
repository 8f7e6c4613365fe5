package io.quantloom.app.cli.session;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.engine.base.Failure;
import java.util.Locale;

/** A failure as {@code --json} prints it (contracts.md, Output). */
public final class ErrorDocument {

    private ErrorDocument() {}

    /** Returns the document of a failure. */
    public static JsonObject of(Failure failure) {
        return of(
                failure.reason().name().toLowerCase(Locale.ROOT),
                failure.expected(),
                failure.found(),
                failure.where(),
                failure.action());
    }

    /** Returns the document of an end that is no failure of the engine: wrong usage, canceled. */
    public static JsonObject of(String reason, String expected, String found, String where, String action) {
        return JsonObject.empty()
                .put(
                        "error",
                        JsonObject.empty()
                                .put("reason", reason)
                                .put("expected", expected)
                                .put("found", found)
                                .put("where", where)
                                .put("action", action));
    }
}
