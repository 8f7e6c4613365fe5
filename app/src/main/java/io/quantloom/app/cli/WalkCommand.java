package io.quantloom.app.cli;

import io.quantloom.app.cli.session.CommandSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code walk}: what the desktop's first run does, without a person. */
@Command(name = "walk", hidden = true, description = "Takes the first-run steps and keeps a picture of every page.")
final class WalkCommand implements Callable<Integer> {

    private final CommandSession session;
    private final DesktopEntry desktop;

    @Option(names = "--screens", description = "only opens the pages, on the sample market")
    private boolean screensOnly;

    WalkCommand(CommandSession session, DesktopEntry desktop) {
        this.session = session;
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        return session.onWorkspace((application, context) -> desktop.walk(session, application, screensOnly, context));
    }
}
