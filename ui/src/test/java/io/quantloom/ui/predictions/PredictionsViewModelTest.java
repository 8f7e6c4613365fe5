package io.quantloom.ui.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.prediction.InMemoryPredictionStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsViewModelTest {

    private final List<String> asked = new ArrayList<>();
    private final PredictionsViewModel viewModel = new PredictionsViewModel(
            new PredictionsPorts(new InMemoryPredictionStore(), List::of, (trend, _, _) -> {
                asked.add(trend.text());
                return Outcome.success(new Partial<>(
                        List.of(),
                        List.of(Failure.of(Failure.Reason.MISSING_DATA, "bars", "none", "", "import them"))));
            }),
            ExecutorTaskRunner.direct());

    @Test
    void withoutATrendModelThereIsNothingToAsk() {
        viewModel.load();

        viewModel.run();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(viewModel.whyNotProperty().get()).isEqualTo("No trend model is in service");
        assertThat(asked).isEmpty();
        assertThat(viewModel.problems()).isEmpty();
    }
}
