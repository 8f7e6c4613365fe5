/**
 * What every command works with: {@link io.quantloom.app.cli.session.CommandSession} finds the workspace, runs the
 * command's work, and is the one place where its end becomes text, JSON and an exit code; a
 * {@link io.quantloom.app.cli.session.Reply} says what there is to print.
 */
@NullMarked
package io.quantloom.app.cli.session;

import org.jspecify.annotations.NullMarked;
