package io.quantloom.engine.model.comparison;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.adaboost.AdaBoostLearner;
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

/** The learners of the pool, in the order of the catalog. */
final class PoolLearners {

    private PoolLearners() {}

    static List<Learner> all() {
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
}
