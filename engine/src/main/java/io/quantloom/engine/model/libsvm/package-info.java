/**
 * Support vector machines through LibSVM, the only importer of {@code libsvm}:
 * {@link io.quantloom.engine.model.libsvm.SvmLearner}. Uses {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.libsvm;

import org.jspecify.annotations.NullMarked;
