/**
 * How a command speaks: one JSON document ({@link io.quantloom.app.cli.output.JsonObject}), a table for people
 * ({@link io.quantloom.app.cli.output.TextTable}) and progress ({@link io.quantloom.app.cli.output.ProgressLine}). Writes
 * only to the writers it is given, so that output can go through a socket as well as to a terminal.
 */
@NullMarked
package io.quantloom.app.cli.output;

import org.jspecify.annotations.NullMarked;
