package io.quantloom.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Subscription;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListingTest {

    private record Row(String id, int size) {}

    private final List<Row> stored = new ArrayList<>();
    private int followers;
    private int chosen;
    private final Listing<Row> listing =
            new Listing<>(ExecutorTaskRunner.direct(), UiThread.direct(), Texts.of("factory")) {
                @Override
                protected Outcome<List<Row>> find(JobContext context) {
                    return Outcome.success(List.copyOf(stored));
                }

                @Override
                protected String id(Row row) {
                    return row.id();
                }

                @Override
                protected boolean isMeant(Row row, String id) {
                    return row.id().startsWith(id + "/");
                }

                @Override
                protected List<Subscription> follow() {
                    followers++;
                    return List.of(() -> followers--);
                }
            };

    private Optional<Row> open() {
        return listing.selectedProperty().get();
    }

    @Test
    void isEmptyUntilSomethingWasRecorded() {
        listing.attach();

        assertThat(listing.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(open()).isEmpty();
        assertThat(listing.countsProperty().get()).isEmpty();
    }

    @Test
    void opensTheNewestUntilSomebodyChooses() {
        stored.addAll(List.of(new Row("b", 1), new Row("a", 1)));
        listing.attach();
        assertThat(open()).contains(new Row("b", 1));

        listing.open("a");
        stored.addFirst(new Row("c", 1));
        listing.load();

        assertThat(open()).contains(new Row("a", 1));
        assertThat(listing.countsProperty().get()).isEqualTo("3 recorded");
    }

    @Test
    void theOpenRowFollowsItsChanges() {
        stored.add(new Row("a", 1));
        listing.attach();

        stored.set(0, new Row("a", 2));
        listing.load();

        assertThat(open()).contains(new Row("a", 2));
        stored.clear();
        listing.load();
        assertThat(open()).isEmpty();
    }

    @Test
    void opensWhatItDoesNotHaveYetAsSoonAsItHas() {
        stored.add(new Row("a", 1));
        listing.attach();

        listing.open("late");
        assertThat(open()).contains(new Row("a", 1));
        stored.addFirst(new Row("later", 1));
        stored.add(new Row("late/first", 1));
        listing.load();

        assertThat(open()).contains(new Row("late/first", 1));
    }

    @Test
    void opensWhatIsRecordedNext() {
        stored.add(new Row("a", 1));
        listing.attach();

        listing.openNext();
        listing.load();
        assertThat(open()).contains(new Row("a", 1));
        stored.addFirst(new Row("b", 1));
        listing.load();

        assertThat(open()).contains(new Row("b", 1));
    }

    @Test
    void choosingWhatIsOpenTellsNobody() {
        stored.addAll(List.of(new Row("b", 1), new Row("a", 1)));
        listing.attach();
        listing.selectedProperty().subscribe((_, _) -> chosen++);

        listing.choose(new Row("b", 1));
        listing.choose(new Row("a", 1));

        assertThat(chosen).isEqualTo(1);
    }

    @Test
    void followsNothingAnyMoreOnceDetached() {
        listing.attach();
        assertThat(followers).isEqualTo(1);

        listing.detach();

        assertThat(followers).isZero();
    }
}
