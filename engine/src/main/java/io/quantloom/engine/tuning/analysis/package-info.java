/**
 * What a study teaches: which parameters matter
 * ({@link io.quantloom.engine.tuning.analysis.ParameterImportance}) and what to take
 * ({@link io.quantloom.engine.tuning.analysis.Recommendation}), both over trials laid out in a
 * {@link io.quantloom.engine.tuning.analysis.UnitCube}.
 */
@NullMarked
package io.quantloom.engine.tuning.analysis;

import org.jspecify.annotations.NullMarked;
