/**
 * LightGBM through lightgbm4j, the only importer of {@code io.github.metarank} and {@code com.microsoft.ml}:
 * {@link io.quantloom.engine.model.lightgbm.LightgbmLearner} and
 * {@link io.quantloom.engine.model.lightgbm.HistGradientBoostingLearner}, whose models hold native memory until closed.
 * Uses {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.lightgbm;

import org.jspecify.annotations.NullMarked;
