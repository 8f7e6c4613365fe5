package io.quantloom.ui.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.model.explanation.Contribution;
import io.quantloom.engine.model.explanation.OutputSpace;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaterfallsTest {

    @Test
    void theRestTogetherEndsAtTheOutput() {
        List<Bar> bars = Waterfalls.bars(answer(19), 12);

        assertThat(bars).hasSize(13);
        assertThat(bars.getLast().name()).isEqualTo("7 others");
        assertThat(bars.getFirst().from()).isEqualTo(0.25);
        assertThat(bars.getLast().to()).isCloseTo(0.25 + 0.01 * (19 * 20 / 2), within(1e-12));
    }

    @Test
    void oneMoreThanFitsIsToldByItsName() {
        assertThat(Waterfalls.bars(answer(13), 12)).extracting(Bar::name).contains("f12 = 12");
        assertThat(Waterfalls.bars(answer(14), 12)).extracting(Bar::name).contains("2 others");
    }

    private static Waterfall answer(int features) {
        List<Contribution> contributions = IntStream.range(0, features)
                .mapToObj(i -> new Contribution("f" + i, i, 0.01 * (features - i)))
                .toList();
        double output = 0.25
                + contributions.stream().mapToDouble(Contribution::contribution).sum();
        return new Waterfall("latest", 0, OutputSpace.PROBABILITY, 0.25, output, contributions);
    }
}
