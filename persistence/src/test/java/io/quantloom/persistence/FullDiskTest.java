package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarStoreContract;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.registry.RegistryStoreContract;
import io.quantloom.engine.trading.BotStoreContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No room: one sentence that says so, and nothing that was acknowledged is lost. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "limits by ulimit and mount")
class FullDiskTest {

    @TempDir
    private Path folder = Path.of("");

    private static SeriesKey key(int i) {
        return new SeriesKey(new Symbol("S" + i), Timeframe.HOUR, "file");
    }

    private static void save(H2Workspace workspace, int i) {
        workspace.bars().save(BarStoreContract.instrument(key(i).symbol()), BarStoreContract.walk(key(i), 5_000, i));
    }

    private static void register(H2Workspace workspace) {
        workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
    }

    /** Does the work with 0, 1, 2 … until the store fails; returns how often it did not. */
    private static int untilFull(IntConsumer work) {
        int[] done = new int[1];
        assertThatThrownBy(() -> {
                    while (done[0] < 100_000) {
                        work.accept(done[0]);
                        done[0]++;
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("full disk")
                .hasMessageContaining("free some space");
        return done[0];
    }

    /** Needs no rights: a limit on the size of a file, which the system tells in another word. */
    @Test
    void aProcessThatMayWriteNoMoreSaysSoAndLosesNothing() throws Exception {
        TestWorkspace.open(folder).close();
        List<String> said = new ArrayList<>();
        Process process = StoreChild.start("ulimit -f 4000", "fill", folder);
        try (BufferedReader lines = StoreChild.lines(process)) {
            lines.lines().forEach(said::add);
        }

        assertThat(said).first().isEqualTo("open");
        assertThat(said).last().isEqualTo("closed");
        assertThat(said.get(said.size() - 2)).startsWith("failed").contains("full disk", "free some space");
        List<String> acknowledged =
                said.stream().filter(line -> line.startsWith("series ")).toList();
        assertThat(acknowledged).hasSizeGreaterThan(2);
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            for (int i = 0; i < acknowledged.size(); i++) {
                assertThat(workspace.bars().load(key(i)).orElseThrow().contentHash())
                        .isEqualTo(BarStoreContract.walk(key(i), 5_000, i).contentHash());
            }
            save(workspace, 10_000);
        }
    }

    @Test
    void goesOnWithoutARestartWhenThereIsRoomAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 16)) {
            Path filler = disk.fill(6);
            try (H2Workspace workspace = TestWorkspace.open(disk.root().resolve("workspace"))) {
                int saved = untilFull(i -> save(workspace, i));
                assertThat(saved).isGreaterThan(2);
                assertThatThrownBy(() -> workspace.artifacts().put(new byte[4 << 20]))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("free some space");

                Files.delete(filler);

                save(workspace, 10_000);
                for (int i = 0; i < saved; i++) {
                    assertThat(workspace.bars().load(key(i)).orElseThrow().contentHash())
                            .isEqualTo(BarStoreContract.walk(key(i), 5_000, i).contentHash());
                }
                assertThat(workspace
                                .artifacts()
                                .get(workspace.artifacts().put(new byte[1000]))
                                .orThrow())
                        .hasSize(1000);
                assertThat(workspace.folder().resolve("artifacts/tmp")).isEmptyDirectory();
            }
        }
    }

    @Test
    void factsAreThereOnceHoweverOftenTheDiskWasFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 8)) {
            Path workspaceFolder = disk.root().resolve("workspace");
            int registered = 0;
            int steps = 0;
            for (int round = 0; round < 3; round++) {
                Path filler = disk.fill(1);
                try (H2Workspace workspace = TestWorkspace.open(workspaceFolder)) {
                    if (round == 0) {
                        workspace.bots().begin(BotStoreContract.ruleBot("b"));
                    }
                    registered += untilFull(_ -> register(workspace));
                    Files.delete(filler);
                    register(workspace);
                    registered++;
                    for (int i = 0; i < 4; i++) {
                        workspace.bots().append(BotStoreContract.step("b", steps++));
                    }
                    // One that failed may have reached the journal: it is then a version, not a gap and not two.
                    int versions = workspace.registry().versions("btc").size();
                    assertThat(versions).isBetween(registered, registered + 1);
                    registered = versions;
                    assertThat(workspace.bots().stepCount("b")).isEqualTo(steps);
                }
            }
            try (H2Workspace workspace = TestWorkspace.open(workspaceFolder)) {
                assertThat(workspace.registry().model("btc").orElseThrow().latestVersion())
                        .isEqualTo(registered);
                assertThat(workspace.runs().search(RunQuery.of())).isEmpty();
            }
        }
    }

    /** A file system of some megabytes in memory; only the super user can mount one. */
    private record SmallDisk(Path root) implements AutoCloseable {

        private static final int MEGABYTE = 1 << 20;

        static SmallDisk mount(Path folder, int megabytes) throws IOException {
            Path root = Files.createDirectory(folder.resolve("disk"));
            int exit = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", root.toString());
            assumeTrue(
                    exit == 0, "only the super user can mount a small disk; the limit on file sizes is tested by all");
            return new SmallDisk(root);
        }

        /** Takes away all room but so many megabytes, until the file is deleted. */
        Path fill(int leftMegabytes) throws IOException {
            Path filler = root.resolve("filler");
            long room = Files.getFileStore(root).getUsableSpace() - (long) leftMegabytes * MEGABYTE;
            byte[] block = new byte[4096];
            try (RandomAccessFile out = new RandomAccessFile(filler.toFile(), "rw")) {
                for (long written = 0; written < room; written += block.length) {
                    out.write(block);
                }
            }
            return filler;
        }

        @Override
        public void close() {
            run("umount", "-l", root.toString());
        }

        private static int run(String... command) {
            try {
                return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue();
            } catch (IOException e) {
                return -1; // no such command
            }
        }
    }
}
