package io.quantloom.app.service;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route, those that do not exist included. A page in a browser on this machine reaches loopback too,
 * under a host name of its own choice (DNS rebinding): so the {@code Host} must be exactly ours before anything else is
 * looked at, then the origin where one is named, the rate, the token, the size of the body.
 */
final class RequestGuard implements Handler {

    /** Paths that need no token, as probes expect. */
    static final Set<String> OPEN = Set.of("/health", "/version");

    private static final String BEARER = "Bearer ";

    private final Supplier<Set<String>> hosts;
    private final byte[] token;
    private final RequestRate rate;
    private final long mostBytes;

    /**
     * Takes its rules.
     *
     * @param hosts who we are, known once the port is
     * @param mostBytes of a body
     */
    RequestGuard(Supplier<Set<String>> hosts, String token, RequestRate rate, long mostBytes) {
        this.hosts = hosts;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.rate = rate;
        this.mostBytes = mostBytes;
    }

    @Override
    public void handle(Context context) throws IOException {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Cache-Control", "no-store");
        context.header("Content-Security-Policy", "default-src 'none'");
        context.header("X-Frame-Options", "DENY");
        if (!isOurHost(context)) {
            refuse(context, 403, "The Host header must name this service.");
        } else if (isForeignPage(context)) {
            refuse(context, 403, "Pages of other origins are not answered.");
        } else if (!rate.take()) {
            context.header("Retry-After", "1");
            refuse(context, 429, "Too many requests; try again in a second.");
        } else if (!OPEN.contains(context.path()) && !hasToken(context.header("Authorization"))) {
            context.header("WWW-Authenticate", "Bearer");
            refuse(context, 401, "A bearer token is needed.");
        } else if (isTooLarge(context)) {
            refuse(context, 413, "The body is larger than " + mostBytes + " bytes.");
        }
    }

    private boolean isOurHost(Context context) {
        List<String> named = Collections.list(context.req().getHeaders("Host"));
        return named.size() == 1 && hosts.get().contains(named.getFirst());
    }

    private boolean isForeignPage(Context context) {
        String origin = context.header("Origin");
        boolean ours = origin == null || hosts.get().stream().anyMatch(host -> origin.equals("http://" + host));
        return !ours || "cross-site".equals(context.header("Sec-Fetch-Site"));
    }

    private boolean hasToken(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), token);
    }

    // What declares no length is read as far as the limit: no route of today needs its body.
    private boolean isTooLarge(Context context) throws IOException {
        long declared = context.req().getContentLengthLong();
        if (declared >= 0) {
            return declared > mostBytes;
        }
        if (context.header("Transfer-Encoding") == null) {
            return false;
        }
        InputStream body = context.req().getInputStream();
        return body.skip(mostBytes + 1) > mostBytes;
    }

    private static void refuse(Context context, int status, String detail) {
        Answers.fail(context, status, detail);
        context.header("Connection", "close");
        context.skipRemainingHandlers();
    }
}
