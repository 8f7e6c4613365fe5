package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStoreContract;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.registry.RegistryStoreContract;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStoreContract;
import io.quantloom.engine.workspace.WorkspaceReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2WorkspaceTest {

    private static final SeriesKey KEY = new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "file");

    @TempDir
    private Path folder = Path.of("");

    private static Outcome<H2Workspace> openAs(Path folder, String product, int schema) {
        Ids ids = Ids.from(new Seeds(7).random());
        return H2Workspace.open(folder, InstantSource.fixed(TestWorkspace.NOW), ids, product, schema);
    }

    private static Run begin(H2Workspace workspace, String name) {
        return workspace
                .runs()
                .begin(new RunDraft("btc", name, Optional.empty(), TestWorkspace.NOW, Map.of("a", "1"), Map.of()));
    }

    private static Failure failure(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure();
    }

    /** The content of every file but the lock, which says who looked. */
    private static SortedMap<String, Sha256> files(Path folder) throws IOException {
        SortedMap<String, Sha256> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("workspace.lock")) {
                    hashes.put(folder.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    @Test
    void makesAFolderThatIsNotThere() {
        Path deep = folder.resolve("a/b/c");

        TestWorkspace.tryOpen(deep).orThrow().close();

        assertThat(Database.file(deep)).isRegularFile();
    }

    @Test
    void keepsEverythingAcrossAReopen() {
        Run run;
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.bars().save(BarStoreContract.instrument(KEY.symbol()), BarStoreContract.walk(KEY, 100, 1));
            run = begin(workspace, "trial");
            workspace.runs().logMetrics(run.id(), List.of(new Metric("auc", 0.5, TestWorkspace.NOW, 0)));
            workspace.runs().setStatus(run.id(), RunStatus.FINISHED, TestWorkspace.NOW);
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            workspace.bots().begin(BotStoreContract.modelBot("b", BotRecord.State.RUNNING));
            workspace.bots().append(BotStoreContract.step("b", 0));
            workspace.bots().append(BotStoreContract.step("b", 1));
            workspace.bots().append(BotStoreContract.step("b", 2));
        }

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(workspace.bars().load(KEY).orElseThrow().contentHash())
                    .isEqualTo(BarStoreContract.walk(KEY, 100, 1).contentHash());
            assertThat(workspace.runs().find(run.id()).orElseThrow().metric("auc"))
                    .hasValue(0.5);
            assertThat(workspace.registry().versions("btc")).hasSize(1);
            assertThat(workspace.bots().steps("b", 0))
                    .containsExactly(
                            BotStoreContract.step("b", 0),
                            BotStoreContract.step("b", 1),
                            BotStoreContract.step("b", 2));
            workspace.bots().append(BotStoreContract.step("b", 3));
        }
    }

    @Test
    void runsOfADeadProcessBecomeInterrupted() {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            begin(workspace, "left");
            Run ended = begin(workspace, "ended");
            workspace.runs().setStatus(ended.id(), RunStatus.FAILED, TestWorkspace.NOW.minusSeconds(9));
        }

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            List<Run> runs = workspace.runs().search(RunQuery.of());
            assertThat(runs)
                    .extracting(Run::name, Run::status, run -> run.ended().orElseThrow())
                    .containsExactlyInAnyOrder(
                            tuple("left", RunStatus.INTERRUPTED, TestWorkspace.NOW),
                            tuple("ended", RunStatus.FAILED, TestWorkspace.NOW.minusSeconds(9)));
        }
    }

    @Test
    void doesNotTouchAStoreOfANewerVersion() throws Exception {
        TestWorkspace.tryOpen(folder).orThrow().close();
        try (Connection connection =
                DriverManager.getConnection(Database.url(folder.toRealPath(), Database.NAME), "sa", "")) {
            connection
                    .createStatement()
                    .execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                            + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
                            + " values (99, '17', 'later', 'SQL', 'V17__later.sql', 'SA', 0, true)");
            connection
                    .createStatement()
                    .execute("update workspace_fact set content = '2.5.0' where name = 'product_version'");
        }
        SortedMap<String, Sha256> before = files(folder);

        Failure failure = failure(TestWorkspace.tryOpen(folder));

        assertThat(failure.reason()).isEqualTo(Failure.Reason.NOT_APPLICABLE);
        assertThat(failure.sentence())
                .contains("Quantloom 0.1.0", "version " + Migrations.NEWEST, "version 17", "Quantloom 2.5.0");
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void bringsAnOlderStoreUpToDateAfterABackup() throws Exception {
        try (H2Workspace workspace = openAs(folder, "0.0.9", 2).orThrow()) {
            workspace.bars().save(BarStoreContract.instrument(KEY.symbol()), BarStoreContract.walk(KEY, 100, 1));
            begin(workspace, "old");
        }

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(workspace.bars().load(KEY)).isPresent();
            assertThat(workspace.runs().search(RunQuery.of()))
                    .extracting(Run::name)
                    .containsExactly("old");
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            assertThat(workspace.report().productVersion()).isEqualTo("0.1.0");
        }

        assertThat(folder.resolve("backups/quantloom-before-v" + Migrations.NEWEST + "-20261121T100000Z.zip"))
                .isRegularFile();
        assertThat(files(folder).keySet()).noneMatch(name -> name.contains("tmp") || name.contains("trial"));
    }

    @Test
    void knowsItsNewestMigration() throws Exception {
        Path scripts = Path.of(Migrations.class.getResource("migration").toURI());
        try (Stream<Path> files = Files.list(scripts)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max())
                    .hasValue(Migrations.NEWEST);
        }
    }

    @Test
    void aMigrationThatWasCutOffIsDoneAgain() throws Exception {
        Files.write(folder.resolve("quantloom-new.mv.db"), new byte[5000]);

        TestWorkspace.tryOpen(folder).orThrow().close();

        assertThat(folder.resolve("quantloom-new.mv.db")).doesNotExist();
    }

    @ParameterizedTest(name = "{0} bytes of nothing")
    @ValueSource(ints = {0, 10, 20_000})
    void saysInOneSentenceThatAStoreIsDamaged(int size) throws Exception {
        TestWorkspace.tryOpen(folder).orThrow().close();
        Files.write(Database.file(folder), new byte[size]);
        SortedMap<String, Sha256> before = files(folder);

        Failure failure = failure(TestWorkspace.tryOpen(folder));

        assertThat(failure.reason()).isEqualTo(Failure.Reason.INVALID);
        assertThat(failure.sentence()).contains("damage", "backup").doesNotContain("\n");
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void neverGivesOutDamagedBars() throws Exception {
        BarSeries bars = BarStoreContract.walk(KEY, 500, 1);
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.bars().save(BarStoreContract.instrument(KEY.symbol()), bars);
        }
        byte[] close = ByteBuffer.allocate(16)
                .putDouble(bars.close(77))
                .putDouble(bars.close(78))
                .array();
        assertThat(flipEvery(Database.file(folder), close)).isPositive();

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(workspace.bars().catalog()).hasSize(1);
            assertThatThrownBy(() -> workspace.bars().load(KEY))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("BTC-USDT 1h file")
                    .hasMessageContaining("checksum");
            Partial<WorkspaceReport> report =
                    workspace.verify(JobContext.none()).orThrow();
            assertThat(report.failures()).hasSize(1);
        }
    }

    private static int flipEvery(Path file, byte[] pattern) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int found = 0;
        for (int i = 0; i + pattern.length <= content.length; i++) {
            if (Arrays.equals(content, i, i + pattern.length, pattern, 0, pattern.length)) {
                content[i + 3] ^= 1;
                found++;
            }
        }
        Files.write(file, content);
        return found;
    }

    @Test
    void countsWhatItHolds() {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.bars().save(BarStoreContract.instrument(KEY.symbol()), BarStoreContract.walk(KEY, 100, 1));
            workspace.runs().saveArtifact(begin(workspace, "a").id(), "a.txt", new byte[1000]);
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            workspace.bots().save(BotStoreContract.ruleBot("b"));

            WorkspaceReport report = workspace.report();

            assertThat(report.folder()).isEqualTo(workspace.folder().toString());
            assertThat(report.schemaVersion()).isEqualTo(Integer.toString(Migrations.NEWEST));
            assertThat(report.productVersion()).isEqualTo("0.1.0");
            assertThat(report.bytes()).isGreaterThan(1000);
            assertThat(report.counts())
                    .isEqualTo(Map.ofEntries(
                            Map.entry("artifacts", 1L),
                            Map.entry("bars", 100L),
                            Map.entry("bots", 1L),
                            Map.entry("experiments", 1L),
                            Map.entry("journal", 1L),
                            Map.entry("models", 1L),
                            Map.entry("predictions", 0L),
                            Map.entry("runs", 1L),
                            Map.entry("series", 1L),
                            Map.entry("trials", 0L),
                            Map.entry("versions", 1L)));
        }
    }

    @Test
    void findsDamagedAndMissingFiles() throws Exception {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            Run run = begin(workspace, "a");
            Sha256 damaged = workspace
                    .runs()
                    .saveArtifact(run.id(), "a", new byte[] {1, 2})
                    .hash();
            Sha256 missing = workspace
                    .runs()
                    .saveArtifact(run.id(), "b", new byte[] {3, 4})
                    .hash();
            workspace.artifacts().put(new byte[] {5, 6});
            assertThat(workspace.verify(JobContext.none()).orThrow().isComplete())
                    .isTrue();

            FileArtifactStoreTest.damage(folder, damaged);
            Files.delete(new FileArtifactStore(folder.resolve("artifacts")).file(missing));

            assertThat(workspace.verify(JobContext.none()).orThrow().failures())
                    .extracting(Failure::reason)
                    .containsExactlyInAnyOrder(Failure.Reason.INVALID, Failure.Reason.MISSING_DATA);
        }
    }

    @Test
    void refusesCallsAfterClosing() {
        H2Workspace workspace = TestWorkspace.open(folder);
        workspace.close();

        assertThatThrownBy(() -> workspace.runs().experiments())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void staysOpenUnderAStormOfInterrupts() throws Exception {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            List<Future<Integer>> writers = new ArrayList<>();
            int perWriter = 40;
            try (var threads = Executors.newFixedThreadPool(5)) {
                List<Thread> victims = Collections.synchronizedList(new ArrayList<>());
                for (int i = 0; i < 4; i++) {
                    String name = "writer " + i;
                    writers.add(threads.submit(() -> {
                        victims.add(Thread.currentThread());
                        for (int k = 0; k < perWriter; k++) {
                            Run run = begin(workspace, name);
                            workspace.runs().logMetrics(run.id(), List.of(new Metric("k", k, TestWorkspace.NOW, 0)));
                            workspace.runs().saveArtifact(run.id(), "k", (name + k).getBytes(StandardCharsets.UTF_8));
                            workspace.journal().append("storm", name);
                        }
                        return perWriter;
                    }));
                }
                int interrupts = 0;
                while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                    List.copyOf(victims).forEach(Thread::interrupt);
                    interrupts++;
                    LockSupport.parkNanos(500_000);
                }
                assertThat(interrupts).isGreaterThan(10);
            }

            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isEqualTo(perWriter);
            }
            assertThat(workspace.runs().search(RunQuery.of("btc"))).hasSize(4 * perWriter);
            assertThat(workspace.journal().after(0)).hasSize(4 * perWriter);
        }
    }

    @Test
    void givesADamagedIndexAsAFaultOfTheStore() throws SQLException {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThatThrownBy(() -> {
                        try (Connection other = DriverManager.getConnection(
                                Database.url(workspace.folder(), Database.NAME), "sa", "")) {
                            other.createStatement().execute("drop table run_file");
                        }
                        workspace.runs().saveArtifact(begin(workspace, "a").id(), "a", new byte[1]);
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("\"RUN_FILE\" not found")
                    .hasMessageContaining("doctor")
                    .message()
                    .doesNotContain("SQL", "statement", "\n");
        }
    }
}
