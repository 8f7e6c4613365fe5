package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.experiment.RunComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forms of runs side by side (contracts.md, Commands). */
final class ComparisonDocument {

    private ComparisonDocument() {}

    /** The document of {@code runs compare}. */
    static JsonObject of(RunComparison comparison) {
        return JsonObject.empty()
                .put("runs", comparison.runs().stream().map(Documents::run).toList())
                .put(
                        "rows",
                        comparison.rows().stream().map(ComparisonDocument::row).toList());
    }

    private static JsonObject row(RunComparison.Row row) {
        return JsonObject.empty()
                .put("kind", kind(row))
                .put("key", row.key())
                .put("differs", row.differs())
                .put("values", row.values());
    }

    /** For people; without what is equal unless all is asked for. */
    static TextTable table(RunComparison comparison, boolean all) {
        List<String> header = new ArrayList<>(List.of("kind", "key"));
        comparison.runs().forEach(run -> header.add(run.name()));
        var table = TextTable.of(header.toArray(String[]::new));
        for (RunComparison.Row row : comparison.rows()) {
            if (all || row.differs()) {
                List<String> cells = new ArrayList<>(List.of(kind(row), row.key()));
                row.values().forEach(value -> cells.add(value.orElse("—")));
                table.row(cells.toArray());
            }
        }
        return table;
    }

    private static String kind(RunComparison.Row row) {
        return row.field().name().toLowerCase(Locale.ROOT);
    }
}
