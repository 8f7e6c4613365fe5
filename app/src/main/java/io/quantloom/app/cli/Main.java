package io.quantloom.app.cli;

import io.quantloom.app.cli.session.Terminal;
import io.quantloom.app.config.Surroundings;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.app.lifecycle.ProcessEnd;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.ApplicationOpener;
import io.quantloom.engine.base.JobContext;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Entry point. Not a JavaFX Application: the command line must start without a toolkit. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        ProcessEnd end = ProcessEnd.watch();
        Surroundings surroundings = Surroundings.ofThisProcess();
        var terminal = new Terminal(
                writer(FileDescriptor.out, surroundings, "stdout.encoding"),
                writer(FileDescriptor.err, surroundings, "stderr.encoding"),
                isInteractive(),
                surroundings);
        int exit = run(List.of(args), terminal, end);
        end.workEnded();
        System.exit(exit);
    }

    /** Runs the command on the terminal and returns its exit code. */
    static int run(List<String> arguments, Terminal terminal, JobContext caller) {
        var request = new CommandRequest(arguments, terminal.surroundings().workingFolder(), terminal.interactive());
        ApplicationOpener opener = Application::open;
        var access = new OwnedWorkspace(request, terminal, opener, InstantSource.system(), caller);
        return CommandTree.of(terminal, access, caller, new LocalDesktop()).execute(arguments);
    }

    private static boolean isInteractive() {
        // The launcher knows whether standard error is a terminal; Java only knows it of all three streams together.
        String told = System.getProperty("quantloom.terminal");
        // A run time without the console module has no console at all.
        return told != null
                ? told.equals("true")
                : Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static PrintWriter writer(FileDescriptor stream, Surroundings surroundings, String encoding) {
        // Scripts read UTF-8 everywhere; only a Windows console has an encoding of its own.
        boolean console = surroundings.family() == Surroundings.Family.WINDOWS && isInteractive();
        Charset charset = console ? Charset.forName(System.getProperty(encoding, "UTF-8")) : StandardCharsets.UTF_8;
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(stream), charset)), false);
    }
}
