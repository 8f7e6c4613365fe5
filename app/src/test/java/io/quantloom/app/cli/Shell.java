package io.quantloom.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.app.cli.session.Terminal;
import io.quantloom.app.config.Surroundings;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.app.wiring.ApplicationOpener;
import io.quantloom.engine.base.JobContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types commands in a folder that is workspace and working folder at once. */
public final class Shell {

    private final Path folder;
    private final ApplicationOpener opener;
    private final JobContext caller;

    public Shell(Path folder, ApplicationOpener opener) {
        this(folder, opener, JobContext.none());
    }

    public Shell(Path folder, ApplicationOpener opener, JobContext caller) {
        this.folder = folder;
        this.opener = opener;
        this.caller = caller;
    }

    /** How a command ended and what it said. */
    public record Said(int exit, String out, String err) {
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not one JSON document: " + out + err, e);
            }
        }
    }

    /** Runs the command as its own process would. */
    public Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var surroundings = Surroundings.ofThisProcess();
        var here = new Surroundings(
                Map.of("QUANTLOOM_HOME", folder.toString()),
                surroundings.family(),
                surroundings.home(),
                surroundings.temporary(),
                folder);
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, here);
        var request = new CommandRequest(List.of(arguments), folder, false);
        var access = new OwnedWorkspace(request, terminal, opener, InstantSource.system(), caller);
        int exit = CommandTree.of(terminal, access, caller, new LocalDesktop()).execute(request.arguments());
        return new Said(exit, out.toString(), err.toString());
    }

    /** Runs the command with {@code --json}. */
    public Said json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return run(all.toArray(String[]::new));
    }
}
