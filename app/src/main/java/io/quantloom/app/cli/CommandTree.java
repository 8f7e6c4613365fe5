package io.quantloom.app.cli;

import io.quantloom.app.cli.command.backtest.BacktestCommands;
import io.quantloom.app.cli.command.backtest.ExperimentCommands;
import io.quantloom.app.cli.command.backtest.RunCommands;
import io.quantloom.app.cli.command.data.DataCommands;
import io.quantloom.app.cli.command.data.DataImport;
import io.quantloom.app.cli.command.research.FactoryCommands;
import io.quantloom.app.cli.command.research.FeatureCommands;
import io.quantloom.app.cli.command.research.LabelCommands;
import io.quantloom.app.cli.command.research.ModelCommands;
import io.quantloom.app.cli.command.research.PoolCommands;
import io.quantloom.app.cli.command.research.StudyCommands;
import io.quantloom.app.cli.command.trading.RegistryCommands;
import io.quantloom.app.cli.command.trading.TradeCommands;
import io.quantloom.app.cli.command.workspace.DemoCommand;
import io.quantloom.app.cli.command.workspace.DoctorCommand;
import io.quantloom.app.cli.command.workspace.ServeCommand;
import io.quantloom.app.cli.command.workspace.WorkspaceCommands;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.ErrorDocument;
import io.quantloom.app.cli.session.ExitCode;
import io.quantloom.app.cli.session.GlobalOptions;
import io.quantloom.app.cli.session.Terminal;
import io.quantloom.app.cli.session.WorkspaceAccess;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.registry.Trend;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands on one terminal; made anew for each command line. */
final class CommandTree {

    private final CommandLine line;

    private CommandTree(CommandLine line) {
        this.line = line;
    }

    /** Returns the commands on a terminal, with the way to the workspace and what the desktop is there. */
    static CommandTree of(Terminal terminal, WorkspaceAccess access, JobContext caller, DesktopEntry desktop) {
        var options = new GlobalOptions();
        var session = new CommandSession(options, terminal, access, caller);
        var line = new CommandLine(new Quantloom(options, session, desktop));
        line.addSubcommand(new DemoCommand(session));
        line.addSubcommand(new CommandLine(new DataCommands(session)).addSubcommand(new DataImport(session)));
        line.addSubcommand(new FeatureCommands(session));
        line.addSubcommand(new LabelCommands(session));
        line.addSubcommand(new FactoryCommands(session));
        line.addSubcommand(new StudyCommands(session));
        line.addSubcommand(new PoolCommands(session));
        line.addSubcommand(new BacktestCommands(session));
        line.addSubcommand(new ExperimentCommands(session));
        line.addSubcommand(new RunCommands(session));
        line.addSubcommand(new RegistryCommands(session));
        line.addSubcommand(new TradeCommands(session));
        line.addSubcommand(new ModelCommands(session));
        line.addSubcommand(new ServeCommand(session));
        line.addSubcommand(new WorkspaceCommands(session));
        line.addSubcommand(new DoctorCommand(session));
        line.addSubcommand(new WalkCommand(session, desktop));
        // What follows holds for the commands that are there already.
        line.registerConverter(Symbol.class, Converters::symbol);
        line.registerConverter(Timeframe.class, Converters::timeframe);
        line.registerConverter(Trend.class, Converters::trend);
        line.registerConverter(ModelRef.class, Converters::modelRef);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setExecutionExceptionHandler((fault, _, _) -> session.fault(fault));
        line.setParameterExceptionHandler((fault, arguments) -> wrongUsage(fault, List.of(arguments), terminal));
        return new CommandTree(line);
    }

    /** Reads the arguments, runs the command they name, and returns its exit code. */
    int execute(List<String> arguments) {
        int exit = line.execute(arguments.toArray(String[]::new));
        line.getOut().flush();
        line.getErr().flush();
        return exit;
    }

    private static int wrongUsage(ParameterException fault, List<String> arguments, Terminal terminal) {
        String help = "see " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        if (arguments.contains("--json")) {
            JsonWriter.write(
                    ErrorDocument.of(
                            "usage", "a command line that can be read", String.valueOf(fault.getMessage()), "", help),
                    terminal.out());
        }
        terminal.err().println("quantloom: " + fault.getMessage());
        UnmatchedArgumentException.printSuggestions(fault, terminal.err());
        terminal.err().println(help);
        return ExitCode.USAGE.number();
    }
}
