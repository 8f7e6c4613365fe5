/**
 * Rows to learn from out of a plain table: {@link io.quantloom.engine.model.table.ReadTable}. Uses {@code model}.
 */
@NullMarked
package io.quantloom.engine.model.table;

import org.jspecify.annotations.NullMarked;
