/**
 * Predictions of registered trend classifiers at the latest closed bar, made in batches, stored with everything they were
 * made of, and served from the store as long as no newer bar or version is there.
 */
@NullMarked
package io.quantloom.engine.prediction;

import org.jspecify.annotations.NullMarked;
