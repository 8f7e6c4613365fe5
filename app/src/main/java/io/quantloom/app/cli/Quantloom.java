package io.quantloom.app.cli;

import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.GlobalOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The command above all commands; alone it opens the desktop. */
@Command(
        name = "quantloom",
        description = "Without a command: opens the desktop.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT)
final class Quantloom implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    private final CommandSession session;
    private final DesktopEntry desktop;

    Quantloom(GlobalOptions options, CommandSession session, DesktopEntry desktop) {
        this.options = options;
        this.session = session;
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        return session.onWorkspace((application, context) -> desktop.show(session, application, context));
    }

    GlobalOptions options() {
        return options;
    }
}
