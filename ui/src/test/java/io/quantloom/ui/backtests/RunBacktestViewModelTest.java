package io.quantloom.ui.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.ui.backtests.form.BacktestForm.Field;
import io.quantloom.ui.backtests.form.BacktestForm.Strategy;
import io.quantloom.ui.backtests.form.RunBacktestViewModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunBacktestViewModelTest {

    private final SomeBacktests some = new SomeBacktests();
    private final RunBacktestViewModel form = some.form;
    private final List<String> done = new ArrayList<>();

    @Test
    void cannotRunWithoutBars() {
        form.open();

        assertThat(form.validProperty().get()).isFalse();
        assertThat(form.problemProperty(Field.SERIES).get()).isNotEmpty();
    }

    @Test
    void runsAndOpensTheResult() {
        some.bench.walk("VEGA", 300, 1);
        some.attach();
        form.open();

        form.run(some.list::open);

        assertThat(some.list.selectedProperty().get().orElseThrow().name())
                .isEqualTo("sma-cross 10/20 long-short on VEGA 1h");
        assertThat(some.report.stateProperty().get().shown()).isPresent();
        assertThat(form.failureProperty().get()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongUnderEachField() {
        some.bench.walk("VEGA", 300, 1);
        form.open();
        assertThat(form.validProperty().get()).isTrue();

        form.slowProperty().set("5");
        form.feeProperty().set("-1");
        form.cashProperty().set("many");
        form.fastProperty().set("2.5");

        assertThat(form.problemProperty(Field.FAST).get()).isNotEmpty();
        assertThat(form.problemProperty(Field.FEE).get()).isNotEmpty();
        assertThat(form.problemProperty(Field.CASH).get()).isNotEmpty();
        form.fastProperty().set("5");
        assertThat(form.problemProperty(Field.SLOW).get()).contains("more bars");
        form.run(done::add);
        assertThat(done).isEmpty();
    }

    @Test
    void aModelNeedsARegisteredOneAndItsFailureIsTold() {
        some.bench.walk("VEGA", 300, 1);
        form.open();
        form.strategyProperty().set(Strategy.MODEL);
        assertThat(form.problemProperty(Field.MODEL).get()).isNotEmpty();

        form.modelProperty().set("models:/btc@Champion");
        assertThat(form.validProperty().get()).isTrue();
        form.run(done::add);

        assertThat(done).isEmpty();
        assertThat(form.failureProperty().get()).contains("models:/btc@Champion");
        assertThat(form.runningProperty().get()).isFalse();
    }
}
