package io.quantloom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnersTest {

    private final Learners learners = new Learners(List.of(new MajorityLearner(), new PersistenceLearner()));

    @Test
    void findsLearnersByName() {
        assertThat(learners.names()).containsExactly("majority", "persistence");
        assertThat(learners.named("persistence").orThrow()).isInstanceOf(PersistenceLearner.class);
        assertThat(learners.named(List.of("persistence", "majority")).orThrow())
                .extracting(Learner::name)
                .containsExactly("persistence", "majority");
    }

    @Test
    void namesAllThatItDoesNotHave() {
        assertThat(learners.named(List.of("svm", "majority", "knn")))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .isEqualTo("expected learners among majority, persistence, found svm, knn (learners)"));
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatThrownBy(() -> new Learners(List.of(new MajorityLearner(), new MajorityLearner())))
                .hasMessage("two learners named majority");
    }
}
