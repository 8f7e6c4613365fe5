package io.quantloom.engine.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.YamlText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationSectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                                          | walk-forward train=365d test=90d mode=rolling embargo=24
        {type: walk-forward, train: 36h, mode: anchored, embargo: 0} | walk-forward train=36h test=90d mode=anchored embargo=0
        {type: holdout}                                             | holdout test=0.05 embargo=24
        {type: holdout, test: 180d, embargo: 10}                    | holdout test=180d embargo=10
        {type: purged-k-fold, folds: 8}                             | purged-k-fold folds=8 embargo=24
        {type: combinatorial, groups: 10, test_groups: 3}           | combinatorial groups=10 test_groups=3 embargo=24
        """)
    void readsEveryType(String yaml, String text) {
        assertThat(read(yaml).orThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {type: shuffled}                                 | one of walk-forward, holdout, purged-k-fold, combinatorial
        {type: purged-k-fold, train: 365d}               | the unknown key 'train'
        {type: holdout, test: 1}                         | a share above 0 and below 1, or a length such as 180d
        {type: holdout, test: 1.5}                       | a share above 0 and below 1, or a length such as 180d
        {type: purged-k-fold, folds: 1}                  | a whole number in [2, 100]
        {type: combinatorial, groups: 4, test_groups: 4} | fewer than all groups
        {type: combinatorial, groups: 40, test_groups: 20} | fewer than all groups
        {embargo: -1}                                    | a whole number in [0, 100000]
        """)
    void refusesWhatIsWrong(String yaml, String words) {
        assertThat(read(yaml))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence()).contains(words));
    }

    @Test
    void readsTheStandardHoldoutAsSourceTwoSplits() {
        assertThat(read("{type: holdout}").orThrow()).isEqualTo(Holdout.ofTwentieth(24));
        assertThat(read("{type: holdout, test: 2w}").orThrow())
                .isEqualTo(new Holdout(new Holdout.Length(Duration.ofDays(14)), 24));
    }

    private static Outcome<Validation> read(String validation) {
        return YamlText.read(
                "test.yaml", "validation: " + validation, root -> ValidationSection.read(root.section("validation")));
    }
}
