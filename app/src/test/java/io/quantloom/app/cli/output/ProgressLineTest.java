package io.quantloom.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong now = new AtomicLong();
    private final List<Progress> passedOn = new ArrayList<>();

    @Test
    void writesOverTheLineOnATerminal() {
        ProgressLine line = line(ProgressLine.Mode.UPDATING);

        line.report(new Progress("training", 0.5));
        now.addAndGet(200_000_000L);
        line.report(new Progress("test", 1));
        line.end();

        assertThat(text.toString()).isEqualTo("\r 50 %  training\r100 %  test    \r" + " ".repeat(11) + "\r");
    }

    @Test
    void writesPlainLinesSeldomElsewhere() {
        ProgressLine line = line(ProgressLine.Mode.PLAIN);

        for (int i = 0; i < 100; i++) {
            line.report(Progress.of("step " + i, i, 100));
            now.addAndGet(25_000_000L);
        }
        line.end();

        assertThat(text.toString().lines()).containsExactly("  0 %  step 0", " 40 %  step 40", " 80 %  step 80");
    }

    @Test
    void saysNothingWhenSilentButPassesOn() {
        ProgressLine line = line(ProgressLine.Mode.SILENT);

        line.report(new Progress("training", Double.NaN));
        line.end();

        assertThat(text.toString()).isEmpty();
        assertThat(passedOn).hasSize(1);
    }

    @Test
    void anUnknownTotalShowsNoPercentage() {
        line(ProgressLine.Mode.PLAIN).report(new Progress("waiting", Double.NaN));

        assertThat(text.toString().strip()).isEqualTo("waiting");
    }

    private ProgressLine line(ProgressLine.Mode mode) {
        JobContext whole = new JobContext() {
            @Override
            public void report(Progress progress) {
                passedOn.add(progress);
            }

            @Override
            public boolean isCanceled() {
                return false;
            }
        };
        return new ProgressLine(new PrintWriter(text), mode, whole, now::get);
    }
}
