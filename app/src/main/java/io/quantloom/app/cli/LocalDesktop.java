package io.quantloom.app.cli;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.desktop.Desktop;
import io.quantloom.app.desktop.Walk;
import io.quantloom.app.desktop.Walk.Picture;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.nio.file.Path;
import java.util.List;

/** The desktop in this process. */
final class LocalDesktop implements DesktopEntry {

    @Override
    public Outcome<Reply> show(CommandSession session, Application application, JobContext context) {
        if (!session.surroundings().hasDisplay()) {
            return walk(session, application, false, context);
        }
        Desktop.show(application, session.seedOrDefault(), context);
        return Outcome.success(Reply.done(JsonObject.empty().put("closed", true), _ -> {}));
    }

    @Override
    public Outcome<Reply> walk(
            CommandSession session, Application application, boolean screensOnly, JobContext context) {
        if (!session.surroundings().hasDisplay()) {
            Walk.withoutDisplay();
        }
        Path folder = application.folder().resolve("shots");
        return application
                .market()
                .makeSampleMarket()
                .run(session.seedOrDefault(), context)
                .then(_ -> Walk.run(application, folder, context))
                .map(pictures -> reply(pictures, folder));
    }

    private static Reply reply(List<Picture> pictures, Path folder) {
        var table = TextTable.of("page", "theme", "picture");
        pictures.forEach(picture -> table.row(picture.page(), picture.theme(), picture.file().getFileName()));
        var document = JsonObject.empty()
                .put("folder", folder.toString())
                .put(
                        "screens",
                        pictures.stream()
                                .map(picture -> JsonObject.empty()
                                        .put("page", picture.page())
                                        .put("theme", picture.theme())
                                        .put("file", picture.file().toString())
                                        .put("colors", picture.colors()))
                                .toList());
        return Reply.done(document, out -> {
            table.print(out, "");
            out.println("Screens as PNG in " + folder);
        });
    }
}
