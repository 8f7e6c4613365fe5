package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.journal.Journal;
import io.quantloom.engine.journal.JournalContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest extends JournalContract {

    @TempDir
    private Path contractFolder = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private @Nullable FileJournal ofContract;

    @Override
    protected Journal create() {
        FileJournal journal = FileJournal.open(contractFolder, 0);
        ofContract = journal;
        return journal;
    }

    @AfterEach
    void close() {
        if (ofContract != null) {
            ofContract.close();
        }
    }

    private Path written(int records) {
        try (FileJournal journal = FileJournal.open(folder, 0)) {
            for (int i = 1; i <= records; i++) {
                journal.append("n", "payload " + i);
            }
        }
        return folder.resolve("0000000000000001.log");
    }

    private List<String> payloads() {
        try (FileJournal journal = FileJournal.open(folder, 0)) {
            return journal.after(0).stream().map(Journal.Entry::payload).toList();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void goesOnWhereItStopped() {
        written(3);

        try (FileJournal journal = FileJournal.open(folder, 0)) {
            assertThat(journal.last()).isEqualTo(3);
            assertThat(journal.append("n", "payload 4")).isEqualTo(4);
        }

        assertThat(payloads()).containsExactly("payload 1", "payload 2", "payload 3", "payload 4");
    }

    @Test
    void countsAboveWhatTheStoreKnows() {
        written(2);

        try (FileJournal journal = FileJournal.open(folder, 7)) {
            assertThat(journal.append("n", "payload 8")).isEqualTo(8);
            assertThat(journal.after(2)).extracting(Journal.Entry::sequence).containsExactly(8L);
        }
    }

    @ParameterizedTest(name = "{0} bytes short")
    @ValueSource(ints = {1, 5, 20, 28})
    void cutsOffATornTailAndKeepsItBeside(int missing) throws IOException {
        Path file = written(3);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - missing));

        assertThat(payloads()).containsExactly("payload 1", "payload 2");

        assertThat(names()).hasSize(2).anyMatch(name -> name.startsWith("0000000000000001.log.cut-"));
        try (FileJournal journal = FileJournal.open(folder, 0)) {
            assertThat(journal.append("n", "again")).isEqualTo(3);
        }
        assertThat(payloads()).containsExactly("payload 1", "payload 2", "again");
    }

    @Test
    void stopsAtARecordWhoseChecksumIsWrong() throws IOException {
        Path file = written(3);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThat(payloads()).containsExactly("payload 1", "payload 2");
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 3, 8})
    void beginsAgainWhenOnlyTheBeginningWasWritten(int size) throws IOException {
        Path file = written(0);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), size));

        try (FileJournal journal = FileJournal.open(folder, 0)) {
            assertThat(journal.append("n", "first")).isEqualTo(1);
        }

        assertThat(payloads()).containsExactly("first");
    }

    @Test
    void goesOnInANewFileWhenOneIsFull() throws IOException {
        try (FileJournal journal = FileJournal.open(folder, 0, 100)) {
            for (int i = 1; i <= 10; i++) {
                journal.append("n", "payload " + i);
            }
            assertThat(journal.after(0)).hasSize(10);
            assertThat(journal.after(7)).extracting(Journal.Entry::sequence).containsExactly(8L, 9L, 10L);
        }

        assertThat(names()).hasSizeGreaterThan(3);
        assertThat(payloads()).hasSize(10).startsWith("payload 1", "payload 2").endsWith("payload 10");
    }

    @Test
    void saysSoWhenAnOlderFileIsDamaged() throws IOException {
        try (FileJournal journal = FileJournal.open(folder, 0, 100)) {
            for (int i = 1; i <= 10; i++) {
                journal.append("n", "payload " + i);
            }
        }
        Path first = folder.resolve("0000000000000001.log");
        byte[] bytes = Files.readAllBytes(first);
        bytes[20] ^= 1;
        Files.write(first, bytes);

        try (FileJournal journal = FileJournal.open(folder, 0, 100)) {
            assertThatThrownBy(() -> journal.after(0))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("0000000000000001.log");
            assertThat(journal.after(9)).hasSize(1);
        }
    }

    @Test
    void writesAndReadsOnAnInterruptedThread() {
        try (FileJournal journal = FileJournal.open(folder, 0)) {
            Thread.currentThread().interrupt();
            journal.append("n", "one");
            List<Journal.Entry> entries = journal.after(0);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(entries).hasSize(1);
        }
    }
}
