package io.quantloom.engine.model.calibration;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.xgboost.XgboostLearner;

class CalibratedXgboostTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return CalibratedLearner.of(new XgboostLearner(), CalibrationMethod.ISOTONIC);
    }
}
