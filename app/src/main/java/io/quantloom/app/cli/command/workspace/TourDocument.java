package io.quantloom.app.cli.command.workspace;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.tour.TourReport;
import io.quantloom.engine.tour.TourReport.Champion;
import io.quantloom.engine.tour.TourReport.Paper;
import io.quantloom.engine.tour.TourReport.Refused;
import java.io.PrintWriter;
import java.util.Optional;

/** The forms of the walk through the whole loop (contracts.md, Commands). */
public final class TourDocument {

    private TourDocument() {}

    /** The document of {@code demo}. */
    public static JsonObject of(TourReport report) {
        Optional<JsonObject> champion = report.champion()
                .map(best -> JsonObject.empty()
                        .put("model", best.model())
                        .put("version", best.version())
                        .put("gates", Documents.gates(best.gates())));
        Optional<JsonObject> paper = report.paper()
                .map(account -> JsonObject.empty()
                        .put("bot", account.bot())
                        .put("fills", account.fills())
                        .put("final_equity", account.finalEquity())
                        .put("reconciled", account.reconciled()));
        return JsonObject.empty()
                .put(
                        "stages",
                        report.stages().stream()
                                .map(stage -> JsonObject.empty()
                                        .put("name", stage.name())
                                        .put("status", stage.status())
                                        .put("seconds", stage.seconds()))
                                .toList())
                .put("runs", report.runs())
                .put("champion", champion)
                .put(
                        "refused",
                        report.refused().stream()
                                .map(refused -> JsonObject.empty()
                                        .put("model", refused.model())
                                        .put("gates", Documents.gates(refused.gates()))
                                        .put("reason", refused.reason()))
                                .toList())
                .put("paper", paper);
    }

    /** For people. */
    public static void print(TourReport report, PrintWriter out) {
        var stages = TextTable.of("stage", "status", "seconds");
        report.stages().forEach(stage -> stages.row(stage.name(), stage.status(), stage.seconds()));
        stages.print(out, "");
        out.println();
        report.champion()
                .ifPresentOrElse(champion -> print(champion, out), () -> out.println("Nothing passed its gates."));
        for (Refused refused : report.refused()) {
            out.println();
            out.println("Refused: " + refused.model() + ": " + refused.reason());
            Documents.gateTable(refused.gates()).print(out, "");
        }
        report.paper().ifPresent(paper -> print(paper, out));
    }

    private static void print(Champion champion, PrintWriter out) {
        out.println("Champion: " + champion.model() + " version " + champion.version());
        Documents.gateTable(champion.gates()).print(out, "");
    }

    private static void print(Paper paper, PrintWriter out) {
        out.println();
        out.println("Paper: " + paper.bot() + ", " + paper.fills() + " fills, final equity "
                + TextTable.number(paper.finalEquity()) + (paper.reconciled() ? ", reconciled" : ", NOT reconciled")
                + " with its twin backtest");
    }
}
