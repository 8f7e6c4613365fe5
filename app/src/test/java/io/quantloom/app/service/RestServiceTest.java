package io.quantloom.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.app.config.ProductVersion;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.app.wiring.SmallPool;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service over real sockets, with requests written by hand: a client library would mend them. */
class RestServiceTest {

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Application application;
    private RestService service;

    @BeforeEach
    void open() {
        application = workspace.open(Path.of("memory")).orThrow();
        service = start(1000, 1000);
    }

    private RestService start(double perSecond, double burst) {
        return RestService.start(
                        new RestService.Settings(0, folder.resolve("rest.token"), 1000, perSecond, burst),
                        application.predictions())
                .orThrow();
    }

    @AfterEach
    void stop() {
        service.close();
        application.close();
    }

    private String token() throws IOException {
        return Files.readString(folder.resolve("rest.token")).strip();
    }

    /** What came back. */
    private record Answer(int status, String head, String body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    private Answer send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int border = text.indexOf("\r\n\r\n");
            String head = text.substring(0, border);
            return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, text.substring(border + 4));
        }
    }

    private Answer get(String path, String... headers) throws IOException {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + service.port() + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return send(request + "Connection: close\r\n\r\n");
    }

    private Answer authorized(String path) throws IOException {
        return get(path, "Authorization: Bearer " + token());
    }

    @Test
    void probesNeedNoTokenAndEverythingElseDoes() throws IOException {
        assertThat(get("/health").body()).isEqualTo("OK");
        assertThat(get("/version").body()).isEqualTo(ProductVersion.text());
        assertThat(get("/models").status()).isEqualTo(401);
        assertThat(get("/models", "Authorization: Bearer " + "x".repeat(43)).status())
                .isEqualTo(401);
        assertThat(get("/models", "Authorization: Basic " + token()).status()).isEqualTo(401);
        assertThat(get("/nothing/here").status()).isEqualTo(401);
        assertThat(authorized("/nothing/here").status()).isEqualTo(404);
        assertThat(authorized("/models").json()).isEmpty();
    }

    @ParameterizedTest(name = "Host: {0}")
    @ValueSource(
            strings = {"evil.example", "127.0.0.1", "127.0.0.1.nip.io:PORT", "localhost:1", "0.0.0.0:PORT", "[::1]:PORT"
            })
    void answersNobodyWhoNamesAnotherHost(String host) throws IOException {
        String named = host.replace("PORT", String.valueOf(service.port()));

        assertThat(send("GET /health HTTP/1.1\r\nHost: " + named + "\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void answersNobodyWithTwoHostsOrNone() throws IOException {
        String ours = "Host: 127.0.0.1:" + service.port() + "\r\n";

        assertThat(send("GET /health HTTP/1.1\r\n" + ours + "Host: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isBetween(400, 403);
        assertThat(send("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n").status())
                .isBetween(400, 403);
        assertThat(send("GET http://evil.example/health HTTP/1.1\r\n" + ours + "Connection: close\r\n\r\n")
                        .status())
                .isBetween(400, 403);
        assertThat(send("GET /health HTTP/1.1\r\nHost: localhost:" + service.port() + "\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersNoPageOfAnotherOrigin() throws IOException {
        assertThat(get("/health", "Origin: http://evil.example").status()).isEqualTo(403);
        assertThat(get("/health", "Origin: null").status()).isEqualTo(403);
        assertThat(get("/health", "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
        assertThat(get("/health", "Origin: " + service.address()).status()).isEqualTo(200);
        assertThat(get("/health").head()).doesNotContain("Access-Control").contains("nosniff");
    }

    @Test
    void saysWithSourceTwosTextThatThereIsNoModel() throws IOException {
        Answer answer = authorized("/prediction?symbol=SOL&trend_type=uptrend");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asText())
                .isEqualTo("Model for symbol SOL and trend type uptrend not found.");
        assertThat(authorized("/prediction?symbol=SOL").status()).isEqualTo(400);
        assertThat(authorized("/prediction?symbol=SOL&trend_type=sideways").status())
                .isEqualTo(400);
    }

    @Test
    void servesThePool() throws IOException {
        SmallPool.register(workspace.stores(), "SOL", "SOL-USDT");

        JsonNode model = authorized("/models").json().path(0);
        assertThat(model.path("symbol").asText()).isEqualTo("SOL");
        assertThat(model.path("trend_type").asText()).isEqualTo("uptrend");
        assertThat(model.path("target_pct").asDouble()).isEqualTo(0.05);
        assertThat(model.path("prediction_window_days").asInt()).isEqualTo(10);
        assertThat(model.at("/performance_metrics/overall_score").asDouble()).isEqualTo(0.68);
        assertThat(model.at("/performance_metrics/precision").isMissingNode()).isFalse();
        assertThat(model.at("/feature_importance/PPO").asDouble()).isEqualTo(0.25);

        JsonNode prediction =
                authorized("/prediction?symbol=SOL&trend_type=uptrend").json();
        assertThat(prediction.path("prediction_probabilities").asDouble()).isBetween(0.0, 1.0);
        assertThat(prediction.path("symbol").asText()).isEqualTo("SOL");
        assertThat(prediction.path("trend_type").asText()).isEqualTo("uptrend");
        assertThat(authorized("/prediction?symbol=sol&trend_type=uptrend").json())
                .isEqualTo(prediction);
        assertThat(workspace.stores().predictions().latest()).hasSize(1);
    }

    @Test
    void takesNoLargeBodyWhetherItSaysSoOrNot() throws IOException {
        String head = "POST /models HTTP/1.1\r\nHost: 127.0.0.1:" + service.port() + "\r\nAuthorization: Bearer "
                + token() + "\r\nConnection: close\r\n";

        assertThat(send(head + "Content-Length: 1001\r\n\r\n" + "x".repeat(1001))
                        .status())
                .isEqualTo(413);
        assertThat(send(head + "Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + "x".repeat(2000) + "\r\n0\r\n\r\n")
                        .status())
                .isEqualTo(413);
        assertThat(send(head + "Content-Length: 1000\r\n\r\n" + "x".repeat(1000))
                        .status())
                .isBetween(404, 405);
        assertThat(get("/health", "X-Long: " + "x".repeat(20_000)).status()).isEqualTo(431);
    }

    @Test
    void holdsToItsRate() throws IOException {
        service.close();
        service = start(0.001, 3);

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statuses.add(get("/health").status());
        }

        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        List<InetAddress> others = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(each -> each.inetAddresses())
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            assertThat(isOpen(other)).as(other.toString()).isFalse();
        }
        assertThat(isOpen(InetAddress.getLoopbackAddress())).isTrue();
    }

    private boolean isOpen(InetAddress address) {
        try (var socket = new Socket(address, service.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void keepsItsTokenInAFileOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("rest.token");
        String first = token();
        assertThat(first).hasSize(43);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        service.close();
        service = start(1000, 1000);
        assertThat(token()).isEqualTo(first);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Outcome<RestService> refused = RestService.start(RestService.Settings.of(0, file), application.predictions());
        assertThat(refused).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void saysWhenThePortIsTaken() {
        Outcome<RestService> second = RestService.start(
                RestService.Settings.of(service.port(), folder.resolve("rest.token")), application.predictions());

        assertThat(second).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed<RestService>) second).failure();
        assertThat(failure.sentence()).contains("127.0.0.1:" + service.port());
    }
}
