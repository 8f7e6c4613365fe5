package io.quantloom.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.ui.chart.figure.PointContent;
import io.quantloom.ui.studies.StudyViewModel.Among;
import io.quantloom.ui.task.ScreenState;
import org.junit.jupiter.api.Test;

class StudyViewModelTest {

    private final SomeStudies some = new SomeStudies();

    private String fourTrials() {
        String id = some.begin("VEGA");
        some.complete(id, 0, 2, 0.01, 0.4);
        some.complete(id, 1, 3, 0.10, 1.2);
        some.complete(id, 2, 4, 0.10, 0.8);
        some.failed(id, 3, "no trade");
        return id;
    }

    @Test
    void isEmptyUntilThereAreTrials() {
        some.begin("VEGA");

        some.attach();

        assertThat(some.list.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void opensTheNewestStudyAndTellsItsBest() {
        String id = fourTrials();

        some.attach();

        assertThat(some.list.rows()).hasSize(1);
        StudyRow row = some.list.rows().getFirst();
        assertThat(row.id()).isEqualTo(id);
        assertThat(row.name()).isEqualTo("VEGA · xgboost");
        assertThat(row.best()).isEqualTo(1.2);
        assertThat(some.shown().selected()).isEqualTo(1);
    }

    @Test
    void aRunOpensTheStudyItAskedFor() {
        fourTrials();
        String other = some.begin("LYRA");
        some.complete(other, 0, 2, 0.1, 0.2);
        some.attach();

        some.list.open(other.substring(0, other.indexOf('/')));

        assertThat(some.shown().content().name()).isEqualTo("LYRA · xgboost");
    }

    @Test
    void aBrushFiltersEveryDrawing() {
        fourTrials();
        some.attach();
        int depth = some.shown().axes().axes().stream()
                .map(axis -> axis.name())
                .toList()
                .indexOf("max_depth");

        some.study.brush(depth, 0.4, 1);

        assertThat(some.shown().passing()).extracting(TrialRow::number).containsExactly(1, 2);
        assertThat(some.study.filterTextProperty().get()).isEqualTo("max_depth: 2 of 4 trials");
        assertThat(TrialHistory.of(some.shown()).dots())
                .extracting(PointContent.Dot::isFaded)
                .containsExactly(true, false, false);
        assertThat(TrialTimeline.of(some.shown())).hasSize(2);

        some.study.clearFilter();
        assertThat(some.shown().passing()).hasSize(4);
    }

    @Test
    void onlyFailedTrialsCanBeLookedAt() {
        fourTrials();
        some.attach();

        some.study.amongProperty().set(Among.FAILED);

        assertThat(some.shown().passing()).extracting(TrialRow::reason).containsExactly("no trade");
        assertThat(some.study.filterTextProperty().get()).isEqualTo("1 of 4 trials");
    }

    @Test
    void theBestSoFarNeverFalls() {
        fourTrials();
        some.attach();

        PointContent.Trace best = TrialHistory.of(some.shown()).traces().getFirst();

        assertThat(new double[] {best.y(0), best.y(1), best.y(2)}).containsExactly(0.4, 1.2, 1.2);
    }

    @Test
    void aLonePeakFadesAmongItsNeighbors() {
        String id = some.begin("VEGA");
        for (int i = 0; i < 9; i++) {
            some.complete(id, i, 1 + i % 3, 0.1 * (1 + Math.floorDiv(i, 3)), i == 4 ? 10 : 1);
        }
        some.attach();

        Landscape landscape = Landscape.of(some.shown(), "max_depth", "eta");

        int middle = 4;
        assertThat(landscape.values().values().get(middle)).isEqualTo(10);
        assertThat(landscape.neighbors().values().get(middle)).isEqualTo(2, within(1e-12));
        assertThat(landscape.counts().values()).containsOnly(1.0);
        assertThat(landscape.best().get(middle)).isEqualTo(4);
        // The first value stands lowest.
        assertThat(landscape.values().rows()).containsExactly("0.3", "0.2", "0.1");
        assertThat(landscape.cellOf(0, some.shown())).isEqualTo(6);
    }

    @Test
    void wideSettingsAreSlicedByTheirLogarithm() {
        String id = some.begin("VEGA");
        some.complete(id, 0, 3, 0.001, 0.1);
        some.complete(id, 1, 4, 0.2, 0.3);
        some.attach();

        assertThat(TrialSlice.of(some.shown(), "eta").x().isLog()).isTrue();
        assertThat(TrialSlice.of(some.shown(), "max_depth").x().isLog()).isFalse();
    }
}
