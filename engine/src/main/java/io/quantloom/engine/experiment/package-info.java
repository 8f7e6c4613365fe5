/**
 * Tracking in MLflow's words: an {@link io.quantloom.engine.experiment.Experiment} holds
 * {@link io.quantloom.engine.experiment.Run}s with params, metrics, tags and artifacts, behind the ports
 * {@link io.quantloom.engine.experiment.RunStore} and {@link io.quantloom.engine.experiment.ArtifactStore}. Uses
 * {@code base}.
 */
@NullMarked
package io.quantloom.engine.experiment;

import org.jspecify.annotations.NullMarked;
