package io.quantloom.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.tuning.StudyEvent;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.ui.bench.NoFiles;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.studies.StudyRow.Standing;
import io.quantloom.ui.studies.enqueue.EnqueueViewModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyWorkViewModelTest {

    private static final String SMALL = """
        name: small
        symbols: [VEGA]
        validation: {train: 40d, test: 20d, embargo: 24}
        study: {trials: 4, batch: 2, search: {max_depth: 2, min_child_weight: 30, rounds: [5, 9], threshold: [0.51, 0.55]}}
        backtest: {holdout: 30d, side: long-short}
        """;

    private final SomeStudies some = new SomeStudies();
    private final List<Destination> opened = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final StudyWorkViewModel work = work(some);
    private final EnqueueViewModel enqueue = new EnqueueViewModel(some.ports, some.tasks, some.study);

    private StudyWorkViewModel work(SomeStudies of) {
        return new StudyWorkViewModel(
                of.ports,
                of.list,
                of.study,
                new StudyWorkViewModel.Surroundings(of.tasks, new NoFiles(), opened::add, notices::add));
    }

    private String cutOff(int trials) {
        String id = some.begin("VEGA");
        for (int i = 0; i < trials; i++) {
            some.complete(id, i, 2 + i % 3, 0.05, 0.1 * i);
        }
        return id;
    }

    private StudyRow row() {
        return some.list.selectedProperty().get().orElseThrow();
    }

    @Test
    void nothingCanBeDoneWithoutAStudy() {
        some.attach();

        assertThat(work.whyNotStopProperty().get()).isEqualTo("There is no study yet");
        assertThat(work.whyNotResumeProperty().get()).isEqualTo("There is no study yet");
        assertThat(work.whyNotEnqueueProperty().get()).isNotEmpty();
    }

    @Test
    void aStudyThatWasCutOffCanBeResumedAndNotPaused() {
        cutOff(3);

        some.attach();

        assertThat(row().standing()).isEqualTo(Standing.UNFINISHED);
        assertThat(work.whyNotResumeProperty().get()).isEmpty();
        assertThat(work.whyNotStopProperty().get()).isEqualTo("Nobody works on it");
        assertThat(work.statusProperty().get()).isEqualTo("unfinished · 3 of 100 trials ended");
    }

    @Test
    void aDecidedFactoryRunDoesNotComeBackToItsStudies() {
        String id = cutOff(3);
        Run symbol = some.bench
                .runs
                .find(new RunId(id.substring(0, id.indexOf('/'))))
                .orElseThrow();
        some.bench.runs.setStatus(symbol.parent().orElseThrow(), RunStatus.FINISHED, Workbench.NOW);

        some.attach();

        assertThat(row().standing()).isEqualTo(Standing.LEFT);
        assertThat(work.whyNotResumeProperty().get()).contains("decided");
        assertThat(work.whyNotEnqueueProperty().get()).contains("cannot be resumed");
    }

    @Test
    void aConfigurationIsRunAndItsStudyFollowedTrialByTrial() {
        some.bench.walk("VEGA", 3_600, 5);
        some.attach();
        var seen = new ArrayList<Integer>();
        some.study
                .shownProperty()
                .subscribe(shown -> shown.ifPresent(now -> seen.add((int) now.content().trials().stream()
                        .filter(TrialRow::isComplete)
                        .count())));
        work.configuration().take("small.yaml", SMALL);

        work.run();

        assertThat(work.configuration().problemProperty().get()).isEmpty();
        assertThat(row().name()).isEqualTo("VEGA · xgboost");
        assertThat(row().standing()).isEqualTo(Standing.FINISHED);
        assertThat(seen).contains(1, 2, 3, 4);
        assertThat(work.work().underWayProperty().get()).isEmpty();
        assertThat(work.whyNotResumeProperty().get()).isEqualTo("Every trial came to its end");
        assertThat(work.whyNotEnqueueProperty().get()).startsWith("All 4 trials were asked for");
    }

    @Test
    void parametersOfATrialAreOpenedAsAConfigurationThatSearchesNothing() {
        some.bench.walk("VEGA", 3_600, 5);
        some.attach();
        work.configuration().take("small.yaml", SMALL);
        work.run();

        work.use(2);

        assertThat(opened).singleElement().isInstanceOfSatisfying(Destination.FactoryDraft.class, draft -> {
            assertThat(draft.name()).isEqualTo("Trial 2, nothing searched");
            work.configuration().take(draft.name(), draft.text());
            assertThat(work.configuration().outlineProperty().get())
                    .isEqualTo("small: 1 symbol, xgboost, 1 trial each");
        });
        work.use(77);
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.title()).isEqualTo("Trial 77 cannot be used"));
    }

    @Test
    void aTrialOfOnesOwnBeginsWithTheChosenOneAndIsCheckedAsItIsTyped() {
        String id = cutOff(3);
        some.attach();
        some.study.select(1);

        enqueue.open();

        assertThat(enqueue.fields())
                .extracting(EnqueueViewModel.Field::name)
                .containsExactly("max_depth", "min_child_weight", "rounds", "threshold");
        EnqueueViewModel.Field depth = enqueue.fields().getFirst();
        assertThat(depth.textProperty().get()).isEqualTo("3");
        assertThat(depth.expected()).isEqualTo("a whole number from 2 to 4");
        assertThat(enqueue.fields().get(2).faultProperty().get())
                .isEqualTo("rounds is missing: it is a whole number from 40 to 120");
        assertThat(enqueue.rightProperty().get()).isFalse();
        List.of("4", "50", "60", "0.6")
                .forEach(text -> enqueue.fields()
                        .get(List.of("4", "50", "60", "0.6").indexOf(text))
                        .textProperty()
                        .set(text));
        assertThat(enqueue.rightProperty().get()).isTrue();
        var numbers = new ArrayList<Integer>();
        enqueue.enqueue(numbers::add);

        assertThat(numbers).containsExactly(3);
        assertThat(some.bench.studies.trials(id).getLast().state()).isEqualTo(Trial.State.WAITING);
        assertThat(some.shown().content().trial(3).orElseThrow().state()).isEqualTo(TrialRow.State.WAITING);
        assertThat(work.whyNotEnqueueProperty().get()).isEmpty();
    }

    @Test
    void theTimeLeftIsThatOfTheLastTrials() {
        String id = cutOff(5);
        some.attach();
        List<TrialRow> trials = some.shown().content().trials();

        // Begun every ten seconds, the last one four seconds before its end: five trials in 44 seconds.
        assertThat(StudyContent.left(trials, 10)).contains(Duration.ofSeconds(88));
        assertThat(StudyContent.left(trials.subList(0, 1), 10)).isEmpty();
        assertThat(StudyContent.left(trials, 0)).isEmpty();
        assertThat(some.study.stateProperty().get().shown().orElseThrow().left())
                .isEmpty();
        assertThat(row().id()).isEqualTo(id);
    }

    @Test
    void aStudyUnderWayIsPausedAndSaysSo() {
        var active = new Busy();
        var busy = new SomeStudies(active);
        String id = busy.begin("VEGA");
        busy.complete(id, 0, 2, 0.1, 0.2);
        active.study = id;
        StudyWorkViewModel working = work(busy);
        busy.attach();
        assertThat(working.whyNotStopProperty().get()).isEmpty();

        working.pause();
        assertThat(working.statusProperty().get()).startsWith("stopping: trials under way come to their end");
        active.study = "";
        busy.bench.events.publish(new StudyEvent(id));

        assertThat(active.asked).containsExactly("pause " + id);
        assertThat(busy.list.selectedProperty().get().orElseThrow().standing()).isEqualTo(Standing.UNFINISHED);
        assertThat(working.statusProperty().get()).isEqualTo("unfinished · 1 of 100 trials ended");
    }

    /** Somebody works on one study. */
    private static final class Busy implements StudiesPorts.Jobs {
        private final List<String> asked = new ArrayList<>();
        private String study = "";

        @Override
        public Outcome<RunId> run(FactorySpec spec, JobContext context) {
            return Outcome.canceled();
        }

        @Override
        public Outcome<RunId> resume(String of, JobContext context) {
            return Outcome.canceled();
        }

        @Override
        public boolean isUnderWay(String of) {
            return of.equals(study);
        }

        @Override
        public boolean pause(String of) {
            return asked.add("pause " + of);
        }

        @Override
        public boolean cancel(String of) {
            return asked.add("cancel " + of);
        }

        @Override
        public Outcome<Trial> enqueue(String of, Map<String, String> parameters) {
            return Outcome.canceled();
        }

        @Override
        public Outcome<String> configuration(String of, int trial) {
            return Outcome.canceled();
        }
    }
}
