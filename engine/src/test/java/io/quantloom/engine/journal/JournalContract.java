package io.quantloom.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} does. */
public abstract class JournalContract {

    private Journal journal;

    /** {@return a journal without records} */
    protected abstract Journal create();

    @BeforeEach
    final void createJournal() {
        journal = create();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(journal.after(0)).isEmpty();
    }

    @Test
    void countsFromOneWithoutGaps() {
        assertThat(journal.append("a", "{}")).isEqualTo(1);
        assertThat(journal.append("a", "{}")).isEqualTo(2);
        assertThat(journal.append("b", "{}")).isEqualTo(3);
    }

    @Test
    void givesBackWhatWasAppendedInOrder() {
        journal.append("registry-transition", "{\"model\":\"btc\"}");
        journal.append("fill", "");
        journal.append("fill", "äöü € 𝄞 \n \u0000");

        assertThat(journal.after(0))
                .containsExactly(
                        new Journal.Entry(1, "registry-transition", "{\"model\":\"btc\"}"),
                        new Journal.Entry(2, "fill", ""),
                        new Journal.Entry(3, "fill", "äöü € 𝄞 \n \u0000"));
    }

    @Test
    void givesOnlyWhatCameAfter() {
        for (int i = 1; i <= 5; i++) {
            journal.append("n", Integer.toString(i));
        }

        assertThat(journal.after(3)).extracting(Journal.Entry::payload).containsExactly("4", "5");
        assertThat(journal.after(5)).isEmpty();
        assertThat(journal.after(99)).isEmpty();
    }

    @Test
    void takesLongPayloads() {
        String payload = "x".repeat(200_000);

        journal.append("long", payload);

        assertThat(journal.after(0).getFirst().payload()).isEqualTo(payload);
    }

    @Test
    void givesEachOfManyThreadsItsOwnNumber() throws Exception {
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String payload = Integer.toString(i);
            work.add(() -> journal.append("n", payload));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Long> done : threads.invokeAll(work)) {
                assertThat(done.get()).isBetween(1L, 40L);
            }
        }

        assertThat(journal.after(0)).extracting(Journal.Entry::sequence).hasSize(40);
        assertThat(journal.after(0)).extracting(Journal.Entry::payload).doesNotHaveDuplicates();
        assertThat(journal.after(39).getFirst().sequence()).isEqualTo(40);
    }
}
