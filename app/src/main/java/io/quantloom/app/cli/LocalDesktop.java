package io.quantloom.app.cli;

import io.quantloom.app.cli.command.workspace.TourDocument;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.desktop.Desktop;
import io.quantloom.app.desktop.Walk;
import io.quantloom.app.desktop.Walk.Picture;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.tour.Checklist;
import io.quantloom.engine.tour.TourReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The desktop in this process. */
final class LocalDesktop implements DesktopEntry {

    @Override
    public Outcome<Reply> show(CommandSession session, Application application, JobContext context) {
        if (!session.surroundings().hasDisplay()) {
            return walk(session, application, false, context);
        }
        return Desktop.show(application, session.seedOrDefault(), context)
                .map(closed -> Reply.done(JsonObject.empty().put("closed", closed), _ -> {}));
    }

    @Override
    public Outcome<Reply> walk(
            CommandSession session, Application application, boolean screensOnly, JobContext context) {
        if (!session.surroundings().hasDisplay()) {
            Walk.withoutDisplay();
        }
        long seed = session.seedOrDefault();
        Path folder = application.folder().resolve("shots");
        return steps(application, seed, screensOnly, context.part("first run", 0, 0.8))
                .then(tour -> Walk.run(application, seed, folder, context.part("screens", 0.8, 1))
                        .then(pictures -> reply(application, tour, pictures, folder)));
    }

    private static Outcome<Optional<TourReport>> steps(
            Application application, long seed, boolean screensOnly, JobContext context) {
        return screensOnly
                ? application.market().makeSampleMarket().run(seed, context).map(_ -> Optional.empty())
                : application.tour().takeTour().run(seed, context).map(Optional::of);
    }

    private static Outcome<Reply> reply(
            Application application, Optional<TourReport> tour, List<Picture> pictures, Path folder) {
        Checklist checklist = application.tour().readChecklist().run();
        var document = JsonObject.empty()
                .put("folder", folder.toString())
                .put("tour", tour.map(TourDocument::of))
                .put(
                        "checklist",
                        checklist.steps().stream().map(LocalDesktop::item).toList())
                .put("screens", pictures.stream().map(LocalDesktop::picture).toList());
        Path table = folder.resolve("walk.txt");
        try (var out = new PrintWriter(Files.newBufferedWriter(table, StandardCharsets.UTF_8))) {
            print(tour, checklist, pictures, out);
        } catch (IOException e) {
            return Outcome.failed(Failure.of(
                            Failure.Reason.UNAVAILABLE,
                            "to write the results",
                            e.toString(),
                            table.toString(),
                            "free space")
                    .causedBy(e));
        }
        return Outcome.success(Reply.done(document, out -> {
            print(tour, checklist, pictures, out);
            out.println();
            out.println("Screens as PNG in " + folder + ", this table in " + table);
        }));
    }

    private static void print(Optional<TourReport> tour, Checklist checklist, List<Picture> pictures, PrintWriter out) {
        tour.ifPresent(report -> {
            TourDocument.print(report, out);
            out.println();
        });
        var steps = TextTable.of("first-run step", "done", "detail");
        checklist.steps().forEach(item -> steps.row(name(item), item.done() ? "yes" : "no", item.detail()));
        steps.print(out, "");
        out.println();
        var screens = TextTable.of("page", "theme", "picture");
        pictures.forEach(
                each -> screens.row(each.page(), each.theme(), each.file().getFileName()));
        screens.print(out, "");
    }

    private static JsonObject item(Checklist.Item item) {
        return JsonObject.empty()
                .put("step", name(item))
                .put("done", item.done())
                .put("detail", item.detail());
    }

    private static String name(Checklist.Item item) {
        return item.step().name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject picture(Picture picture) {
        return JsonObject.empty()
                .put("page", picture.page())
                .put("theme", picture.theme())
                .put("file", picture.file().toString())
                .put("colors", picture.colors());
    }
}
