package io.quantloom.app.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.quantloom.app.config.ProductVersion;
import io.quantloom.app.wiring.PredictionFeatures;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.StoreException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST service while it runs, on {@code 127.0.0.1} and nowhere else, HTTP/1.1 only. Its threads are its own and few,
 * so that it cannot starve a bot. Closing it waits for requests under way, for a few seconds at most.
 */
public final class RestService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestService.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 12;
    private static final int CONNECTIONS = 64;
    private static final int HEADER_BYTES = 8_192;
    private static final int IDLE_MILLIS = 10_000;
    private static final int STOP_MILLIS = 3_000;

    private final Server server;
    private final int port;

    private RestService(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * How it runs.
     *
     * @param port 0 for any that is free
     * @param tokenFile where the token is, or will be
     * @param mostBytes of a request's body
     * @param perSecond requests answered a second in the long run
     * @param burst requests answered at once
     */
    public record Settings(int port, Path tokenFile, long mostBytes, double perSecond, double burst) {

        /** Returns settings with the usual limits: 1 MiB, 50 a second, 200 at once. */
        public static Settings of(int port, Path tokenFile) {
            return new Settings(port, tokenFile, 1 << 20, 50, 200);
        }
    }

    /**
     * Starts it; the token stands in its file before this returns.
     *
     * @return UNAVAILABLE when the port is taken or the token's file cannot be written, INVALID when that file is wrong
     */
    public static Outcome<RestService> start(Settings settings, PredictionFeatures predictions) {
        return new TokenFile(settings.tokenFile()).token().then(token -> start(settings, token, predictions));
    }

    private static Outcome<RestService> start(Settings settings, String token, PredictionFeatures predictions) {
        var hosts = new AtomicReference<Set<String>>(Set.of());
        var rate = new RequestRate(settings.perSecond(), settings.burst(), System::nanoTime);
        var guard = new RequestGuard(hosts::get, token, rate, settings.mostBytes());
        Javalin javalin = Javalin.create(config -> configure(config, guard, new PoolRoutes(predictions)));
        var server = new Server(new QueuedThreadPool(THREADS, 2));
        server.setStopTimeout(STOP_MILLIS);
        ServerConnector connector = connector(server, settings.port());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        var handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(javalin.javalinServlet()), "/*");
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            // Jetty's own signature: whatever kept it from starting is the reason.
            stop(server);
            return Outcome.failed(Failure.of(
                            Reason.UNAVAILABLE,
                            "to listen on " + LOOPBACK + ":" + settings.port(),
                            e.toString(),
                            "",
                            "choose another --port, or 0 for any that is free")
                    .causedBy(e));
        }
        int port = connector.getLocalPort();
        hosts.set(Set.of(LOOPBACK + ":" + port, "localhost:" + port));
        return Outcome.success(new RestService(server, port));
    }

    private static ServerConnector connector(Server server, int port) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static void configure(JavalinConfig config, RequestGuard guard, PoolRoutes pool) {
        config.startup.showJavalinBanner = false;
        config.http.defaultContentType = "application/json";
        config.routes.before(guard);
        config.routes.get(
                "/health", context -> context.contentType("text/plain").result("OK"));
        config.routes.get(
                "/version", context -> context.contentType("text/plain").result(ProductVersion.text()));
        config.routes.get("/models", pool::models);
        config.routes.get("/prediction", pool::prediction);
        config.routes.exception(StoreException.class, (fault, context) -> {
            LOG.warn("The store did not do its part for {}", context.path(), fault);
            Answers.fail(context, 503, fault.failure().sentence());
        });
        config.routes.error(404, context -> {
            String body = context.result();
            if (body == null || !body.startsWith("{")) {
                Answers.fail(context, 404, "There is nothing at " + context.path() + ".");
            }
        });
    }

    /** {@return where it answers, for example {@code http://127.0.0.1:5000}} */
    public String address() {
        return "http://" + LOOPBACK + ":" + port;
    }

    /** {@return the port it listens on} */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            // Jetty's own signature; there is nobody left to tell.
            LOG.warn("The REST service did not end cleanly", e);
        }
    }
}
