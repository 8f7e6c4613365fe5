/**
 * What the machine tells us before anything starts: {@link io.quantloom.app.config.Surroundings} holds the environment,
 * the working folder and the platform as a value, {@link io.quantloom.app.config.WorkspaceFolder} finds the workspace in
 * them. Everything here is a pure function of its input.
 */
@NullMarked
package io.quantloom.app.config;

import org.jspecify.annotations.NullMarked;
