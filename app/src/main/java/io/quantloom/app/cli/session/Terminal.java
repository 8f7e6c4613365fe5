package io.quantloom.app.cli.session;

import io.quantloom.app.config.Surroundings;
import java.io.PrintWriter;

/**
 * Where a command was typed. Immutable.
 *
 * @param out standard output: results
 * @param err standard error: sentences and progress
 * @param interactive whether a person looks at standard error on a terminal
 * @param surroundings environment and working folder of the process it was typed in
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Surroundings surroundings) {}
