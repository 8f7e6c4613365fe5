package io.quantloom.app.cli.command.workspace;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.service.RestService;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the REST service until it is canceled. */
@Command(name = "serve", description = "Answers over HTTP on 127.0.0.1 until Ctrl-C: models and predictions.")
public final class ServeCommand implements Callable<Integer> {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final String TOKEN = "rest.token";

    private final CommandSession session;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "5000",
            description = "${DEFAULT-VALUE}; 0 takes any that is free")
    private int port;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "holds the token clients show, made at first use; default rest.token in the workspace")
    private @Nullable Path tokenFile;

    /** Takes the session. */
    public ServeCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.onWorkspace(this::serve);
    }

    private Outcome<Reply> serve(Application application, JobContext context) {
        Path token = tokenFile == null ? application.folder().resolve(TOKEN) : session.path(tokenFile);
        return RestService.start(RestService.Settings.of(port, token), application.predictions())
                .map(service -> untilCanceled(service, token, context));
    }

    private Reply untilCanceled(RestService service, Path token, JobContext context) {
        try (service) {
            session.announce(
                    JsonObject.empty().put("address", service.address()).put("token_file", token.toString()),
                    out -> out.println(service.address()));
            while (!context.isCanceled()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return Reply.done(JsonObject.empty(), _ -> {});
        }
    }
}
