package io.quantloom.engine.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.dataset.Dataset;
import java.util.Arrays;
import java.util.List;

/** What holds for the folds of every validation. */
final class SplitProperties {

    private SplitProperties() {}

    /** No label span of training meets a test window or a test label; behind them the embargo is free as well. */
    static void assertNothingLeaks(Dataset dataset, Fold fold, int embargo) {
        int[] test = fold.test();
        for (Window window : fold.windows()) {
            int last = Arrays.stream(test)
                    .filter(tested -> window.contains(dataset.bar(tested)))
                    .map(dataset::end)
                    .reduce(window.to() - 1, Math::max);
            assertThat(Arrays.stream(fold.training())
                            .filter(trained ->
                                    dataset.end(trained) >= window.from() && dataset.bar(trained) <= last + embargo))
                    .as("samples trained on that know of %s", window)
                    .isEmpty();
        }
        assertThat(fold.training()).isSorted().doesNotHaveDuplicates();
        assertThat(test).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(test).mapToObj(dataset::bar))
                .allMatch(bar -> fold.windows().stream().anyMatch(window -> window.contains(bar)));
    }

    /** Returns how often each sample is tested. */
    static int[] timesTested(Dataset dataset, List<Fold> folds) {
        int[] times = new int[dataset.size()];
        for (Fold fold : folds) {
            for (int sample : fold.test()) {
                times[sample]++;
            }
        }
        return times;
    }
}
