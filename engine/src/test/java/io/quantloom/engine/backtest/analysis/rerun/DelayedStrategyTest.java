package io.quantloom.engine.backtest.analysis.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayedStrategyTest {

    private final List<Target> told = new ArrayList<>();
    private final List<Target> decided = List.of(Target.LONG, Target.HOLD, Target.SHORT, Target.FLAT);
    private final Strategy strategy = new Strategy() {
        @Override
        public Decision onClose(Bar bar, Target held) {
            told.add(held);
            return Decision.of(decided.get(told.size() - 1), "");
        }

        @Override
        public int firstDefined() {
            return 7;
        }
    };

    @Test
    void answersWhatWasDecidedBarsAgo() {
        assertThat(answers(2)).containsExactly(Target.HOLD, Target.HOLD, Target.LONG, Target.HOLD);
    }

    @Test
    void answersAtOnceWithoutDelay() {
        assertThat(answers(0)).isEqualTo(decided);
    }

    @Test
    void tellsTheStrategyThePositionAsItIs() {
        answers(1);

        assertThat(told).containsOnly(Target.FLAT).hasSize(4);
        assertThat(new DelayedStrategy(strategy, 1).firstDefined()).isEqualTo(7);
    }

    private List<Target> answers(int delay) {
        var delayed = new DelayedStrategy(strategy, delay);
        List<Target> answers = new ArrayList<>();
        for (int i = 0; i < decided.size(); i++) {
            answers.add(delayed.onClose(Bars.bar(i, 1, 1, 1, 1), Target.FLAT).target());
        }
        return answers;
    }
}
