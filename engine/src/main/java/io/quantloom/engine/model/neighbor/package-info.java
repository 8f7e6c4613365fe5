/**
 * Nearest neighbors, our own brute force: {@link io.quantloom.engine.model.neighbor.NearestNeighborsLearner}. Uses
 * {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.neighbor;

import org.jspecify.annotations.NullMarked;
