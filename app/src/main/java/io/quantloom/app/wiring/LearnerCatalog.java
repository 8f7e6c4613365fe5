package io.quantloom.app.wiring;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import java.util.List;

/** The learners there are. */
public final class LearnerCatalog {

    private LearnerCatalog() {}

    /** {@return every learner, in the order in which they are listed} */
    public static List<Learner> all() {
        return List.of(new XgboostLearner(), new MajorityLearner(), new PersistenceLearner());
    }

    /** {@return the same, by name} */
    public static Learners byName() {
        return new Learners(all());
    }
}
