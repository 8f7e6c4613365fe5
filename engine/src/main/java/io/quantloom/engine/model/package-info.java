/**
 * What learns and what was learned: a {@link io.quantloom.engine.model.Learner} fits a
 * {@link io.quantloom.engine.model.TrainedModel}, named by a {@link io.quantloom.engine.model.ModelRef} and found through
 * a {@link io.quantloom.engine.model.ModelSource}. Each library has a subpackage of its own, its only importer.
 */
@NullMarked
package io.quantloom.engine.model;

import org.jspecify.annotations.NullMarked;
