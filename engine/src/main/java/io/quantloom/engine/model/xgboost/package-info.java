/**
 * XGBoost through xgboost4j, the only importer of {@code ml.dmlc}. {@link io.quantloom.engine.model.xgboost.XgboostLearner}
 * fits and loads; the model it gives holds native memory until it is closed. Uses {@code model}.
 */
@NullMarked
package io.quantloom.engine.model.xgboost;

import org.jspecify.annotations.NullMarked;
