package io.quantloom.app.wiring;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.adaboost.AdaBoostLearner;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import io.quantloom.engine.model.baseline.RandomLearner;
import io.quantloom.engine.model.lightgbm.HistGradientBoostingLearner;
import io.quantloom.engine.model.lightgbm.LightgbmLearner;
import io.quantloom.engine.model.linear.LogisticRegressionLearner;
import io.quantloom.engine.model.linear.RidgeLearner;
import io.quantloom.engine.model.neighbor.NearestNeighborsLearner;
import io.quantloom.engine.model.net.MlpLearner;
import io.quantloom.engine.model.net.NeuralNetLearner;
import io.quantloom.engine.model.svm.SvmLearner;
import io.quantloom.engine.model.xgboost.RandomForestLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import java.util.List;
import java.util.stream.Stream;

/** The learners there are. */
public final class LearnerCatalog {

    private LearnerCatalog() {}

    /** {@return what {@code all} means in files and options: the ten of the pool and logistic regression} */
    public static List<Learner> pool() {
        return List.of(
                new RandomForestLearner(),
                new SvmLearner(),
                new XgboostLearner(),
                new HistGradientBoostingLearner(),
                new AdaBoostLearner(),
                new RidgeLearner(),
                new NearestNeighborsLearner(),
                new MlpLearner(),
                new LightgbmLearner(),
                new NeuralNetLearner(),
                new LogisticRegressionLearner());
    }

    /** {@return every learner, in the order in which they are listed; the baselines last} */
    public static List<Learner> all() {
        return Stream.concat(
                        pool().stream(),
                        Stream.of(new MajorityLearner(), new PersistenceLearner(), new RandomLearner()))
                .toList();
    }

    /** {@return the same, by name} */
    public static Learners byName() {
        return new Learners(all());
    }
}
