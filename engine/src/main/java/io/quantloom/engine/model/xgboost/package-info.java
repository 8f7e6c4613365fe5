/**
 * XGBoost through xgboost4j, the only importer of {@code ml.dmlc}. {@link io.quantloom.engine.model.xgboost.XgboostLearner}
 * boosts, {@link io.quantloom.engine.model.xgboost.RandomForestLearner} grows trees beside each other; their models hold
 * native memory until closed. Uses {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.xgboost;

import org.jspecify.annotations.NullMarked;
