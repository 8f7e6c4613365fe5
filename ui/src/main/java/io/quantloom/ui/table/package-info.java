/**
 * Tables: {@link io.quantloom.ui.table.Tables} makes one over observable rows, {@link io.quantloom.ui.table.Columns} its
 * columns. Virtual, sortable by raw values, copied with headers. Uses {@code control} and {@code format}.
 */
@NullMarked
package io.quantloom.ui.table;

import org.jspecify.annotations.NullMarked;
