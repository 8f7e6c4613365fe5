/**
 * Support vector machines by a solver of our own:
 * {@link io.quantloom.engine.model.svm.SvmLearner}. Uses {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.svm;

import org.jspecify.annotations.NullMarked;
