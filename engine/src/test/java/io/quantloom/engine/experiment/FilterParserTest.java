package io.quantloom.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunQuery.Order;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

    @Test
    void readsNumbersAndTextsJoinedByAnd() {
        assertThat(conditions("metrics.sharpe_ratio > 1 and params.learner = 'xgboost' AND tag.`a b` != \"x\""))
                .containsExactly(
                        new Condition(Field.METRIC, "sharpe_ratio", Comparison.GREATER, "1"),
                        new Condition(Field.PARAM, "learner", Comparison.EQUAL, "xgboost"),
                        new Condition(Field.TAG, "a b", Comparison.NOT_EQUAL, "x"));
    }

    @ParameterizedTest
    @CsvSource({"=, EQUAL", "!=, NOT_EQUAL", "<, LESS", "<=, LESS_OR_EQUAL", ">, GREATER", ">=, GREATER_OR_EQUAL"})
    void readsEveryComparisonWithAndWithoutSpaces(String operator, Comparison expected) {
        var condition = new Condition(Field.METRIC, "m", expected, "-1.5e-3");

        assertThat(conditions("metrics.m" + operator + "-1.5e-3")).containsExactly(condition);
        assertThat(conditions("  METRIC.m  " + operator + "  -1.5e-3 ")).containsExactly(condition);
    }

    @Test
    void readsAttributesWithAndWithoutTheirEntity() {
        assertThat(conditions(
                        "attributes.status = 'FINISHED' and run_name like 'btc%' and start_time >= 1600000000000"))
                .containsExactly(
                        new Condition(Field.ATTRIBUTE, "status", Comparison.EQUAL, "FINISHED"),
                        new Condition(Field.ATTRIBUTE, "run_name", Comparison.LIKE, "btc%"),
                        new Condition(Field.ATTRIBUTE, "start_time", Comparison.GREATER_OR_EQUAL, "1600000000000"));
    }

    @Test
    void keepsTheDotsOfAKey() {
        assertThat(conditions("tags.quantloom.symbol = 'BTC-USDT' and metrics.`stage.a` < 3 and metrics.b.c/d-e > 0"))
                .extracting(Condition::key)
                .containsExactly("quantloom.symbol", "stage.a", "b.c/d-e");
    }

    @Test
    void readsABlankFilterAsNoCondition() {
        assertThat(conditions("  ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "metrics.a > 'x'                     | 13 | a number without quotes",
                "metrics.a >                         | 12 | a number without quotes",
                "metrics.a LIKE 'x'                  | 11 | one of =, !=, <",
                "metrics.a ! 1                       | 11 | one of =, !=, <",
                "metrics. > 1                        | 10 | a key after metrics.",
                "params.a = 1                        | 12 | a text in quotes",
                "params.a = `b`                      | 12 | a text in quotes",
                "params.a > 'b'                      | 10 | one of =, !=, LIKE",
                "params.a ilike 'b'                  | 10 | one of =, !=, LIKE",
                "params.a = 'b                       | 12 | a text in quotes",
                "status = 'finished'                 | 10 | one of RUNNING, FINISHED",
                "color = 'red'                       | 1  | an attribute (status",
                "datasets.name = 'x'                 | 1  | metrics.…",
                "metrics.a > 1 or metrics.b > 1      | 15 | AND or the end",
                "metrics.a > 1 and                   | 18 | metrics.…",
                "(metrics.a > 1)                     | 1  | metrics.…",
                "metrics.a > 1; drop table runs      | 14 | AND or the end",
                "metrics.a > 1e999                   | 13 | a number without quotes",
            })
    void tellsWhereAndWhatItExpected(String filter, int position, String expected) {
        Failure failure = failure(FilterParser.conditions(filter.strip()));

        assertThat(failure.reason()).isEqualTo(Failure.Reason.PARSING);
        assertThat(failure.where()).isEqualTo("filter, position " + position);
        assertThat(failure.expected()).startsWith(expected);
    }

    @Test
    void readsOrders() {
        assertThat(FilterParser.order("metrics.sharpe_ratio DESC").orThrow())
                .isEqualTo(new Order(Field.METRIC, "sharpe_ratio", true));
        assertThat(FilterParser.order("start_time").orThrow())
                .isEqualTo(new Order(Field.ATTRIBUTE, "start_time", false));
        assertThat(FilterParser.order("params.\"a b\" asc").orThrow()).isEqualTo(new Order(Field.PARAM, "a b", false));
        assertThat(failure(FilterParser.order("metrics.a DOWN")).sentence())
                .isEqualTo("expected ASC, DESC or the end, found 'DOWN' (order, position 11); "
                        + "write it like metrics.sharpe_ratio > 1 and params.learner = 'xgboost'");
    }

    @Test
    void answersEveryTextWithConditionsOrOneFailure() {
        var random = new SplittableRandom(7);
        List<String> pieces = List.of(
                "metrics.",
                "params.a",
                "tag",
                ".",
                "`",
                "'",
                "\"",
                " ",
                "and",
                "=",
                "!",
                ">",
                "<=",
                "1",
                "-",
                "e9",
                "LIKE",
                "ü",
                "\n",
                ";",
                "(",
                "status");
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(FilterParser.conditions(text.toString())).isNotNull();
            assertThat(FilterParser.order(text.toString())).isNotNull();
        }
    }

    private static List<Condition> conditions(String filter) {
        return FilterParser.conditions(filter).orThrow();
    }

    private static Failure failure(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure();
    }
}
