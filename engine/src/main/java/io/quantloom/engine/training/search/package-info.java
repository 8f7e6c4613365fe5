/** The stage tune: studies of learners over walk-forward folds, of one symbol or alone, and what they came to. */
@NullMarked
package io.quantloom.engine.training.search;

import org.jspecify.annotations.NullMarked;
