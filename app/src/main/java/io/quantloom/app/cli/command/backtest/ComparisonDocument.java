package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.experiment.RunComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forms of runs side by side (contracts.md, Commands). */
final class ComparisonDocument {

    private static final int WIDEST = 36;

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
        comparison.runs().forEach(run -> header.add(clipped(run.name())));
        var table = TextTable.of(header.toArray(String[]::new));
        for (RunComparison.Row row : comparison.rows()) {
            if (all || row.differs()) {
                List<String> cells = new ArrayList<>(List.of(kind(row), row.key()));
                row.values()
                        .forEach(value ->
                                cells.add(value.map(ComparisonDocument::clipped).orElse("—")));
                table.row(cells.toArray());
            }
        }
        return table;
    }

    // A rule written out is longer than any terminal; the document has it whole.
    private static String clipped(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static String kind(RunComparison.Row row) {
        return row.field().name().toLowerCase(Locale.ROOT);
    }
}
