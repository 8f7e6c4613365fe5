package io.quantloom.engine.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.TrainingSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTableTest {

    @TempDir
    private Path folder;

    private Outcome<TrainingSet> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        return new ReadTable().run(file, "y", JobContext.none());
    }

    @Test
    void takesEveryOtherColumnAsAFeature() throws IOException {
        TrainingSet set = read("a,y,b\n1,0,2.5\n-3e2,1,4\n").orThrow();

        assertThat(set.features()).containsExactly("a", "b");
        assertThat(set.rows()).isDeepEqualTo(new double[][] {{1, 2.5}, {-300, 4}});
        assertThat(set.isPositive(0)).isFalse();
        assertThat(set.isPositive(1)).isTrue();
        assertThat(set.weight(1)).isEqualTo(1);
    }

    @Test
    void readsGzipByItsFirstBytes() throws IOException {
        Path file = folder.resolve("t.csv");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,y\n1,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new ReadTable().run(file, "y", JobContext.none()).orThrow().size())
                .isEqualTo(1);
    }

    @Test
    void namesLineAndColumnOfWhatIsNoNumber() throws IOException {
        assertThat(sentence(read("a,y\n1,0\nx,1\n"))).contains("a finite number, found \"x\"", "line 3, column a");
        assertThat(sentence(read("a,y\n1,2\n"))).contains("0 or 1, found \"2\"", "line 2, column y");
        assertThat(sentence(read("a,y\n1,0\nNaN,1\n"))).contains("line 3, column a");
        assertThat(sentence(read("a,y\n1\n"))).contains("2 cells, found 1");
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        assertThat(sentence(read("a,b\n1,0\n"))).contains("one column y").contains("a, b");
        assertThat(sentence(new ReadTable().run(folder.resolve("none.csv"), "y", JobContext.none())))
                .contains("none of that name");
    }

    private static String sentence(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var failure) ? failure.sentence() : outcome.toString();
    }
}
