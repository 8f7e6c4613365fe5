/** From stored bars to folds: the stages ingest, label and features of one symbol, and how its candidates are traded. */
@NullMarked
package io.quantloom.engine.training.preparation;

import org.jspecify.annotations.NullMarked;
