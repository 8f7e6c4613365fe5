package io.quantloom.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTextTest {

    private record Study(String name, int trials, double eta, List<String> symbols) {}

    private static Outcome<Study> read(String text) {
        return YamlText.read("study.yaml", text, root -> {
            String name = root.required("name", Kind.text());
            Section study = root.section("study");
            return new Study(
                    name,
                    study.required("trials", Kind.whole(1, 1000)),
                    study.optional("eta", Kind.number(0, 1), 0.05),
                    root.list("symbols", Kind.text()));
        });
    }

    private static Failure failure(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure();
    }

    @Test
    void readsValuesAndDefaults() {
        assertThat(read("name: a\nsymbols: [X, Y]\nstudy: {trials: 3}\n"))
                .isEqualTo(Outcome.success(new Study("a", 3, 0.05, List.of("X", "Y"))));
    }

    @Test
    void findsEverythingAtOnceWithLineAndKey() {
        Failure failure = failure(read("name: a\nstudy:\n  trials: many\n  eta: 2\n  tirals: 5\n"));

        assertThat(failure.found())
                .startsWith("3 findings:")
                .contains("line 3, study.trials: expected a whole number in [1, 1000], found 'many'")
                .contains("line 4, study.eta: expected a number in [0.0, 1.0], found '2'")
                .contains("line 5, study.tirals: expected one of trials, eta, found the unknown key 'tirals'");
        assertThat(failure.where()).isEqualTo("study.yaml");
    }

    @Test
    void tellsAMissingKey() {
        assertThat(failure(read("study: {trials: 1}")).found()).contains("name: expected a text, found nothing");
    }

    @Test
    void tellsAKeyGivenTwice() {
        assertThat(failure(read("name: a\nname: b\nstudy: {trials: 1}")).found())
                .contains("line 2, name: expected each key once");
    }

    @Test
    void tellsWhereTheSyntaxBreaks() {
        Failure failure = failure(read("name: a\nstudy: {trials: 1\n"));

        assertThat(failure.reason()).isEqualTo(Failure.Reason.PARSING);
        assertThat(failure.where()).startsWith("study.yaml, line ");
    }

    @Test
    void refusesAnEmptyFileAListAndAnAlias() {
        assertThat(failure(read("")).found()).isEqualTo("an empty file");
        assertThat(failure(read("- a")).found()).isEqualTo("a list");
        assertThat(failure(read("name: &n a\nsymbols: [*n]\nstudy: {trials: 1}"))
                        .found())
                .contains("an alias");
    }

    @Test
    void refusesAListWhereAValueIsAsked() {
        assertThat(failure(read("name: [a]\nstudy: {trials: 1}")).found())
                .contains("name: expected a text, found a list");
    }

    @Test
    void aDateMeansItsWholeDay() {
        assertThat(Kind.fromTime().parse().apply("2024-02-29")).contains(Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(Kind.toTime().parse().apply("2024-02-29")).contains(Instant.parse("2024-02-29T23:59:59.999Z"));
        assertThat(Kind.toTime().parse().apply("2024-02-29T10:00:00Z")).contains(Instant.parse("2024-02-29T10:00:00Z"));
        assertThat(Kind.fromTime().parse().apply("29.2.2024")).isEmpty();
    }
}
