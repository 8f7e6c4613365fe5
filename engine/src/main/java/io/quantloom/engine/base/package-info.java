/**
 * The vocabulary every other package speaks: how an operation ends ({@link io.quantloom.engine.base.Outcome} with
 * {@link io.quantloom.engine.base.Failure}), how long work reports and is canceled
 * ({@link io.quantloom.engine.base.JobContext}), and the seams for randomness, identifiers and events. Uses nothing but
 * the JDK.
 */
@NullMarked
package io.quantloom.engine.base;

import org.jspecify.annotations.NullMarked;
